package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.protocol.DerivedAttributes;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.BlockReason;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Schema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The account as a provider sees it: an extension of User that nobody writes, and that is shown to whoever asks for it.
 * Thread-safe.
 *
 * @param engine what knows the accounts
 */
public record AccountExtension(Engine engine) implements DerivedAttributes {
    /** The URI of the extension. */
    public static final String URI = "urn:rollcall:params:scim:schemas:extension:account:2.0:User";

    /** Its schema. */
    public static Schema schema() {
        return Schema.builder(URI)
                .name("Account")
                .description(
                        "What the application makes of the user: its account, which only rules and administrators change.")
                .attribute(text("accountId", "By which the application knows the account; it outlives the user."))
                .attribute(text("state", "Whether the account is in use.", names(AccountState.values())))
                .attribute(
                        "due",
                        AttributeType.DATE_TIME,
                        a -> a.readOnly()
                                .returned(Returned.REQUEST)
                                .description("When the account ends; absent if no delay runs."))
                .attribute(
                        "maySignIn",
                        AttributeType.BOOLEAN,
                        a -> a.readOnly()
                                .returned(Returned.REQUEST)
                                .description("Whether somebody may sign in with the account now."))
                .attribute(Attribute.named("blockReasons", AttributeType.STRING)
                        .multiValued()
                        .readOnly()
                        .caseExact()
                        .returned(Returned.REQUEST)
                        .canonicalValues(names(BlockReason.values()))
                        .description("Why nobody may sign in with it although it is in use.")
                        .build())
                .attribute(text("organization", "The name of the organization that the account belongs to."))
                .attribute(text("organizationSource", "Who put it there.", names(PlacedBy.values())))
                .attribute(Attribute.named("roles", AttributeType.COMPLEX)
                        .multiValued()
                        .readOnly()
                        .returned(Returned.REQUEST)
                        .description("The roles of the account.")
                        .subAttribute(
                                "value",
                                AttributeType.STRING,
                                a -> a.readOnly().caseExact().description("The id of the role."))
                        .subAttribute(
                                "source",
                                AttributeType.STRING,
                                a -> a.readOnly()
                                        .caseExact()
                                        .canonicalValues(names(Provenance.values()))
                                        .description("Where the role came from."))
                        .build())
                .build();
    }

    private static Attribute text(String name, String description, String... values) {
        return Attribute.named(name, AttributeType.STRING)
                .readOnly()
                .caseExact()
                .returned(Returned.REQUEST)
                .canonicalValues(values)
                .description(description)
                .build();
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    @Override
    public boolean derives(ResourceType type, ResolvedPath path) {
        return path.top() == extension(type);
    }

    private static @Nullable Attribute extension(ResourceType type) {
        return type.extensionAttributes()
                .filter(attribute -> attribute.name().equals(URI))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Resource> derive(Context context, List<Resource> resources) {
        Attribute extension =
                resources.isEmpty() ? null : extension(resources.get(0).type());
        if (extension == null || !isAsked(context.projection().of(extension), extension)) {
            return resources;
        }
        Act act = new Act(context.scope().tenant(), context.scope().owner(), Act.SERVER, null, Cause.REQUEST);
        Work work = engine.join(context.unit(), act);
        Map<String, Account> accounts = work.state()
                .accounts()
                .findByUsers(act.tenant(), resources.stream().map(Resource::id).toList());
        return resources.stream()
                .map(user -> accounts.containsKey(user.id())
                        ? user.toBuilder()
                                .extension(URI, values(work, accounts.get(user.id())))
                                .build()
                        : user)
                .toList();
    }

    private static boolean isAsked(@Nullable Projection shown, Attribute extension) {
        if (shown != null) {
            for (Attribute attribute : extension.subAttributes()) {
                if (shown.shows(attribute)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, Object> values(Work work, Account account) {
        Map<String, Object> values = new HashMap<>();
        values.put("accountId", account.id());
        values.put("state", account.standing().state().name());
        values.put("maySignIn", account.maySignIn());
        if (account.standing().due() != null) {
            values.put("due", account.standing().due());
        }
        if (!account.standing().blocks().isEmpty()) {
            values.put(
                    "blockReasons",
                    account.standing().blocks().stream().map(BlockReason::name).toList());
        }
        values.put(
                "organization",
                work.rules(account.provider()).nameOf(account.assignment().organization()));
        values.put("organizationSource", account.assignment().placedBy().name());
        if (!account.assignment().roles().isEmpty()) {
            values.put(
                    "roles",
                    new TreeMap<>(account.assignment().roles())
                            .entrySet().stream()
                                    .map(role -> Map.of(
                                            "value",
                                            role.getKey(),
                                            "source",
                                            role.getValue().name()))
                                    .toList());
        }
        return values;
    }
}
