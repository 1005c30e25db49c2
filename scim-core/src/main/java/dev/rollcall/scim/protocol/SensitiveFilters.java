package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.schema.Attribute;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps values that are sensitive out of URLs, which end up in logs, histories and proxies (RFC 7644 §7.5.2): a filter on
 * them belongs into the body of a search.
 */
final class SensitiveFilters {
    private final PathResolver resolver;
    private final Set<String> sensitive;

    private SensitiveFilters(PathResolver resolver, Set<String> sensitive) {
        this.resolver = resolver;
        this.sensitive = sensitive;
    }

    /** Refuses a filter in a URL that is about a sensitive attribute, with 403 {@code sensitive}. */
    static void check(Exchange exchange, PathResolver resolver, @Nullable Filter filter) {
        if (filter != null && exchange.request().method().equals("GET")) {
            new SensitiveFilters(resolver, exchange.options().sensitiveInUrls()).check(filter);
        }
    }

    private void check(Filter filter) {
        if (filter instanceof Filter.And and) {
            and.operands().forEach(this::check);
        } else if (filter instanceof Filter.Or or) {
            or.operands().forEach(this::check);
        } else if (filter instanceof Filter.Not not) {
            check(not.operand());
        } else if (filter instanceof Filter.Compare compare) {
            check(compare.path());
        } else if (filter instanceof Filter.Present present) {
            check(present.path());
        } else if (filter instanceof Filter.Element element) {
            resolver.resolve(element.path()).ifPresent(list -> checkInner(list, element.filter()));
        }
    }

    private void check(AttributePath path) {
        resolver.resolve(path).ifPresent(this::refuse);
    }

    private void checkInner(ResolvedPath list, Filter filter) {
        if (filter instanceof Filter.And and) {
            and.operands().forEach(operand -> checkInner(list, operand));
        } else if (filter instanceof Filter.Or or) {
            or.operands().forEach(operand -> checkInner(list, operand));
        } else if (filter instanceof Filter.Not not) {
            checkInner(list, not.operand());
        } else {
            AttributePath inner =
                    filter instanceof Filter.Compare compare ? compare.path() : ((Filter.Present) filter).path();
            Attribute sub = list.leaf().sub(Objects.requireNonNullElse(inner.attribute(), ""));
            refuse(sub == null ? list : list.child(sub));
        }
    }

    private void refuse(ResolvedPath path) {
        Attribute leaf = path.leaf();
        // RFC 7644 §3.4.2.2: "emails co …" is about emails.value.
        Attribute value = leaf.complex() && !leaf.extension() ? leaf.sub("value") : null;
        String name = (value == null ? path : path.child(value)).toString().toLowerCase(Locale.ROOT);
        for (String one : sensitive) {
            String listed = one.toLowerCase(Locale.ROOT);
            if (name.equals(listed) || name.startsWith(listed + ".") || name.startsWith(listed + ":")) {
                throw ScimException.sensitive("\"" + path + "\" is sensitive and cannot stand in the filter of a URL;"
                        + " send the filter in the body of POST to /.search instead");
            }
        }
    }
}
