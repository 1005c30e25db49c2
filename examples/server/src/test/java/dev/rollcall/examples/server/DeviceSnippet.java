package dev.rollcall.examples.server;

import static dev.rollcall.scim.schema.AttributeType.BINARY;
import static dev.rollcall.scim.schema.AttributeType.BOOLEAN;
import static dev.rollcall.scim.schema.AttributeType.COMPLEX;
import static dev.rollcall.scim.schema.AttributeType.DATE_TIME;
import static dev.rollcall.scim.schema.AttributeType.DECIMAL;
import static dev.rollcall.scim.schema.AttributeType.INTEGER;
import static dev.rollcall.scim.schema.AttributeType.REFERENCE;
import static dev.rollcall.scim.schema.AttributeType.STRING;
import static dev.rollcall.scim.schema.Returned.ALWAYS;
import static dev.rollcall.scim.schema.Returned.REQUEST;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.schema.ResourceTypeBundle;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A resource type of a host's own, as the page about them shows it: from JSON, and with the builders. */
final class DeviceSnippet {
    private DeviceSnippet() {}

    static Rollcall fromJson(Path file) throws IOException {
        // json
        ResourceTypeBundle device;
        try (var json = Files.newInputStream(file)) {
            device = ResourceTypeBundle.parse(json);
        }
        var rollcall = Rollcall.builder()
                .store(InMemoryStore.create())
                .resourceType(device)
                .build();
        // end
        return rollcall;
    }

    static Rollcall fromBuilders() {
        // builders
        var device = Schema.builder("urn:example:params:scim:schemas:2.0:Device")
                .name("Device")
                .description("A computer or phone that the company hands out.")
                .attribute(
                        "serialNumber",
                        STRING,
                        a -> a.required()
                                .caseExact()
                                .immutable()
                                .returned(ALWAYS)
                                .unique()
                                .description("What the maker engraved on it."))
                .attribute("assetNumber", INTEGER, a -> a.unique().description("Number in the inventory."))
                .attribute("displayName", STRING, a -> a.description("What people call it."))
                .attribute("kind", STRING, a -> a.canonicalValues("laptop", "phone"))
                .attribute("managed", BOOLEAN, a -> a.description("Whether the company administers it."))
                .attribute("weight", DECIMAL, a -> a.description("In kilograms."))
                .attribute("bought", DATE_TIME)
                .attribute("fingerprint", BINARY, a -> a.description("Of its certificate."))
                .attribute("manual", REFERENCE, a -> a.referenceTypes("external"))
                .attribute("unlockCode", STRING, a -> a.writeOnly())
                .attribute("notes", STRING, a -> a.returned(REQUEST))
                .attribute("lastSeen", DATE_TIME, a -> a.readOnly())
                .attribute("tags", STRING, a -> a.multiValued())
                .attribute(
                        "owner",
                        COMPLEX,
                        a -> a.description("Who answers for it.")
                                .subAttribute(
                                        "value", STRING, s -> s.caseExact().description("The id of a user."))
                                .subAttribute("$ref", REFERENCE, s -> s.referenceTypes("User"))
                                .subAttribute("displayName", STRING, s -> s.readOnly()))
                .attribute(
                        "network",
                        COMPLEX,
                        a -> a.subAttribute("hostName", STRING, s -> s.unique())
                                .subAttribute("macAddress", STRING, s -> s.immutable()))
                .attribute(
                        "phoneLines",
                        COMPLEX,
                        a -> a.multiValued()
                                .subAttribute("value", STRING, s -> s.required())
                                .subAttribute("type", STRING, s -> s.canonicalValues("work", "private"))
                                .subAttribute("primary", BOOLEAN)
                                .subAttribute(
                                        "card", STRING, s -> s.immutable().description("Number of the SIM card.")))
                .build();

        var warranty = Schema.builder("urn:example:params:scim:schemas:extension:warranty:2.0:Device")
                .name("Warranty")
                .description("Who repairs it, and how long.")
                .attribute("contract", STRING, a -> a.caseExact().unique())
                .attribute("until", DATE_TIME)
                .attribute("contact", STRING)
                .build();

        var rollcall = Rollcall.builder()
                .store(InMemoryStore.create())
                .schema(device)
                .resourceType(ResourceTypeDefinition.builder("Device")
                        .description("A computer or phone that the company hands out.")
                        .endpoint("/Devices")
                        .schema(device)
                        .build())
                .extension("Device", warranty)
                .build();
        // end
        return rollcall;
    }
}
