package dev.rollcall.scim.protocol;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.json.Names;
import dev.rollcall.scim.query.Projections;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.ResourceType;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A digest of all that stays the same while a client walks by cursor: who asks, and what for (RFC 9865 §2 and §5.2). A
 * cursor is bound to it, so it is worth nothing to anybody else. The page size is not part of it, since a wrong one has
 * an error of its own.
 */
final class CursorContext {
    private final DataOutputStream out;

    private CursorContext(DataOutputStream out) {
        this.out = out;
    }

    static byte[] of(Exchange exchange, ListRequest asked, List<ResourceType> types, Map<ResourceType, Sort> sorts) {
        MessageDigest digest = sha256();
        CursorContext context = new CursorContext(
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
        ScimRequest request = exchange.request();
        Caller caller = request.caller();
        context.add(caller.tenant(), caller.provider(), caller.name(), caller.user());
        Filter filter = asked.filter();
        context.add(filter == null ? null : filter.toString());
        SortBy sortBy = asked.sortBy();
        context.add(sortBy == null ? null : sortBy.ascending() ? "ascending" : "descending");
        for (ResourceType type : types) {
            Sort sort = sorts.get(type);
            context.add(type.endpoint(), sort == null ? null : sort.path().toString());
        }
        context.addNames(request.parameters("attributes"));
        context.addNames(request.parameters("excludedAttributes"));
        return digest.digest();
    }

    private void addNames(List<String> parameter) {
        List<String> names = Projections.names(parameter);
        add(Integer.toString(names.size()));
        names.stream().map(Names::fold).sorted().forEach(this::add);
    }

    /** Each text with its length before it, so that two different lists of texts never look alike. */
    private void add(@Nullable String... texts) {
        try {
            for (String text : texts) {
                byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text == null ? -1 : bytes.length);
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
