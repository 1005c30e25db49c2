package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceTypeBundle;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A resource type of a host's own, out of the file in the documentation: all of the protocol works for it. */
class DeviceTest {
    private static final String DEVICE = "urn:example:params:scim:schemas:2.0:Device";
    private static final String WARRANTY = "urn:example:params:scim:schemas:extension:warranty:2.0:Device";
    private static final String LABEL = "urn:example:label";

    private static ResourceTypeBundle bundle() {
        try (InputStream file = Files.newInputStream(Path.of("..", "docs", "device.json"))) {
            return ResourceTypeBundle.parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server server(Store store) {
        return new Server(store, b -> b.resourceType(bundle()));
    }

    private static String body(String serial, String more) {
        return "{'schemas':['" + DEVICE + "','" + WARRANTY + "'],'serialNumber':'" + serial + "'"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String device(Server server, String serial, String more) {
        Server.Answer answer = server.post("/Devices", body(serial, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static String found(Server server, String filter) {
        Server.Answer answer = server.get("/Devices?sortBy=serialNumber&filter=" + filter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return String.join(" ", answer.all("Resources.serialNumber"));
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.scim.protocol.Stores#all")
    void is_created_read_replaced_changed_and_deleted(Store store) {
        Server server = server(store);
        String path = "/Devices/" + device(server, "S1", "'weight':1.50,'" + WARRANTY + "':{'contact':'Bo'}");
        Server.Answer read = server.get(path);
        assertThat(read.json().path("meta").path("resourceType").asText()).isEqualTo("Device");
        assertThat(read.all("schemas")).containsExactly(DEVICE, WARRANTY);
        assertThat(read.headers().get("ETag"))
                .isEqualTo(read.json().path("meta").path("version").asText());
        assertThat(server.put(path, body("S1", "'kind':'tablet'")).all("schemas"))
                .containsExactly(DEVICE);
        Server.Answer changed = server.patch(
                path,
                "{'op':'add','path':'" + WARRANTY + ":until','value':'2030-01-01T00:00:00Z'},"
                        + "{'op':'add','path':'phoneLines','value':[{'value':'1','type':'work','primary':true}]},"
                        + "{'op':'replace','path':'phoneLines[type eq \\\"work\\\"].value','value':'2'}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.all("phoneLines.value")).containsExactly("2");
        assertThat(changed.json().path(WARRANTY).path("until").asText()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(server.delete(path).status()).isEqualTo(204);
        assertThat(server.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.scim.protocol.Stores#all")
    void is_filtered_sorted_and_shown_in_parts(Store store) {
        Server server = server(store);
        device(server, "S1", "'assetNumber':5,'weight':1.5,'network':{'hostName':'Alpha'},'tags':['x','y']");
        device(
                server,
                "S2",
                "'assetNumber':50,'weight':0.5,'network':{'hostName':'beta'},'bought':'2026-01-01T01:00:00Z'");
        device(server, "s3", "'managed':true,'" + WARRANTY + "':{'contract':'C'},'notes':'n'");
        assertThat(found(server, "assetNumber eq 5")).isEqualTo("S1");
        assertThat(found(server, "assetNumber eq 5.0")).isEqualTo("S1");
        assertThat(found(server, "assetNumber gt 5")).isEqualTo("S2");
        assertThat(found(server, "weight lt 1")).isEqualTo("S2");
        assertThat(found(server, "network.hostName eq \"ALPHA\"")).isEqualTo("S1");
        assertThat(found(server, "serialNumber eq \"S3\"")).isEmpty();
        assertThat(found(server, "tags eq \"Y\"")).isEqualTo("S1");
        assertThat(found(server, "bought eq \"2026-01-01T02:00:00%2B01:00\"".replace("%2B", "+")))
                .isEqualTo("S2");
        assertThat(found(server, WARRANTY + ":contract pr")).isEqualTo("s3");
        assertThat(server.get("/Devices?sortBy=weight").all("Resources.serialNumber"))
                .containsExactly("S2", "S1", "s3");
        assertThat(server.get("/Devices?filter=serialNumber eq \"s3\"&attributes=notes")
                        .all("Resources.notes"))
                .containsExactly("n");
        assertThat(server.get("/Devices?filter=nothing pr").scimType()).isEqualTo("invalidFilter");
        assertThat(server.get("/?filter=meta.resourceType eq \"Device\"")
                        .json()
                        .path("totalResults")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.scim.protocol.Stores#all")
    void is_unique_by_texts_numbers_parts_and_extensions(Store store) {
        Server server = server(store);
        device(server, "S1", "'assetNumber':50,'network':{'hostName':'alpha'},'" + WARRANTY + "':{'contract':'C'}");
        for (String taken : new String[] {
            "'serialNumber':'S1'",
            "'serialNumber':'S2','assetNumber':50",
            "'serialNumber':'S2','network':{'hostName':'ALPHA'}",
            "'serialNumber':'S2','" + WARRANTY + "':{'contract':'C'}"
        }) {
            Server.Answer answer = server.post("/Devices", "{'schemas':['" + DEVICE + "']," + taken + "}");
            assertThat(answer.status()).as(taken).isEqualTo(409);
            assertThat(answer.scimType()).isEqualTo("uniqueness");
        }
        String other = device(server, "S2", "'" + WARRANTY + "':{'contract':'c'}");
        Server.Answer patched =
                server.patch("/Devices/" + other, "{'op':'add','path':'network.hostName','value':'Alpha'}");
        assertThat(patched.status()).isEqualTo(409);
        assertThat(patched.detail()).contains("network.hostName");
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.scim.protocol.Stores#all")
    void links_to_its_owner_by_id(Store store) {
        Server server = server(store);
        String mira = server.user("mira", "'displayName':'Mira'");
        String id = device(server, "S1", "'owner':{'value':'" + mira + "','$ref':'https://wrong.example.com/x'}");
        Server.Answer read = server.get("/Devices/" + id);
        assertThat(read.json().path("owner").path("$ref").asText()).isEqualTo(Server.BASE + "/Users/" + mira);
        assertThat(read.json().path("owner").path("displayName").asText()).isEqualTo("Mira");
        for (String link : new String[] {Server.BASE + "/Users/", "https://scim.example.com/v1/Users/", "../Users/"}) {
            assertThat(found(server, "owner.$ref eq \"" + link + mira + "\""))
                    .as(link)
                    .isEqualTo("S1");
        }
        assertThat(found(server, "owner.$ref eq \"/Users/nobody\"")).isEmpty();
        assertThat(found(server, "owner.$ref ne \"/Users/nobody\"")).isEqualTo("S1");
        String group = server.group("G", mira);
        for (String filter : List.of("members[$ref eq \"/v9/Users/%s\"]", "members.$ref eq \"/v9/Users/%s\"")) {
            assertThat(server.get("/Groups?filter=" + filter.formatted(mira)).all("Resources.id"))
                    .containsExactly(group);
        }
        assertThat(server.get("/Users?filter=groups.$ref eq \"Groups/" + group + "\"")
                        .all("Resources.id"))
                .containsExactly(mira);
        server.delete("/Users/" + mira);
        assertThat(server.get("/Devices/" + id).json().path("owner").has("$ref"))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.scim.protocol.Stores#all")
    void what_is_immutable_stays_however_it_is_changed(Store store) {
        Server server = server(store);
        String path = "/Devices/"
                + device(
                        server,
                        "S1",
                        "'network':{'macAddress':'00','hostName':'a'},'phoneLines':[{'value':'1','card':'A'}]");
        for (String operation : new String[] {
            "{'op':'replace','value':{'serialNumber':'S2'}}",
            "{'op':'replace','path':'network','value':{'macAddress':'01'}}",
            "{'op':'add','path':'network','value':{'macAddress':'01'}}",
            "{'op':'replace','value':{'network':{'macAddress':'01'}}}",
            "{'op':'remove','path':'network.macAddress'}",
            "{'op':'remove','path':'network'}",
            "{'op':'add','path':'phoneLines','value':[{'value':'1','card':'B'}]}",
            "{'op':'add','path':'phoneLines[value eq \\\"1\\\"]','value':{'card':'B'}}",
            "{'op':'replace','path':'phoneLines.card','value':'B'}"
        }) {
            Server.Answer answer = server.patch(path, operation);
            assertThat(answer.scimType()).as(operation + answer.text()).isEqualTo("mutability");
        }
        assertThat(server.put(path, body("S1", "'network':{'macAddress':'01'}")).scimType())
                .isEqualTo("mutability");
        Server.Answer same = server.patch(
                path,
                "{'op':'replace','path':'network','value':{'macAddress':'00','hostName':'b'}},"
                        + "{'op':'replace','path':'phoneLines','value':[{'value':'1','card':'C'}]}");
        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(same.json().path("network").path("hostName").asText()).isEqualTo("b");
        assertThat(same.all("phoneLines.card")).containsExactly("C");
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.scim.protocol.Stores#all")
    void a_required_extension_cannot_be_left_out_or_taken_away(Store store) {
        Schema label = Schema.builder(LABEL)
                .attribute("text", AttributeType.STRING, a -> a.required())
                .attribute("colour", AttributeType.STRING)
                .build();
        Server server = new Server(store, b -> b.resourceType(bundle()).requiredExtension("Device", label));
        String with = "{'schemas':['" + DEVICE + "','" + LABEL + "'],'serialNumber':'S1','" + LABEL + "':{'text':'a'}}";
        Server.Answer created = server.post("/Devices", with);
        assertThat(created.status()).isEqualTo(201);
        String path = "/Devices/" + created.id();
        Server.Answer without = server.post("/Devices", body("S2", ""));
        assertThat(without.scimType()).isEqualTo("invalidValue");
        assertThat(without.detail()).contains(LABEL, "required");
        assertThat(server.post("/Devices", with.replace("'text'", "'colour'")).detail())
                .contains(LABEL + ":text");
        assertThat(server.put(path, body("S1", "")).scimType()).isEqualTo("invalidValue");
        assertThat(server.patch(path, "{'op':'remove','path':'" + LABEL + "'}").scimType())
                .isEqualTo("mutability");
        assertThat(server.patch(path, "{'op':'remove','path':'" + LABEL + ":text'}")
                        .scimType())
                .isEqualTo("mutability");
        assertThat(server.get("/ResourceTypes/Device")
                        .json()
                        .path("schemaExtensions")
                        .path(1)
                        .path("required")
                        .asBoolean())
                .isTrue();
    }
}
