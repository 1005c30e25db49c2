package dev.rollcall.scim.protocol;

import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;
import java.util.Map;

/**
 * A list to be read.
 *
 * @param parts one query for each resource type
 * @param sorted whether the list has an order by an attribute, rather than the server's own
 * @param ascending the direction of that order
 */
record ListQuery(List<TypeQuery> parts, boolean sorted, boolean ascending) {
    /** The list of a request; of several types if it is a query at the base URL. */
    static ListQuery of(
            Exchange exchange,
            UnitOfWork unit,
            ListRequest asked,
            List<ResourceType> types,
            Map<ResourceType, Sort> sorts) {
        List<TypeQuery> parts = types.stream()
                .map(type -> types.size() == 1
                        ? TypeQuery.of(exchange, unit, type, asked.filter(), sorts.get(type))
                        : TypeQuery.ofSeveral(exchange, unit, type, asked.filter(), sorts.get(type)))
                .toList();
        return new ListQuery(
                parts,
                asked.sortBy() != null,
                asked.sortBy() == null || asked.sortBy().ascending());
    }
}
