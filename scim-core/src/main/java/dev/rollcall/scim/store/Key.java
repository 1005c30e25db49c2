package dev.rollcall.scim.store;

/**
 * A prepared value of an attribute by which resources are found, ordered or kept unique: normalised, and folded where
 * the attribute's case does not matter. A store compares keys byte by byte and never prepares one itself.
 *
 * @param path the attribute in canonical form, such as {@code userName} or {@code emails.value}
 * @param value the prepared value
 * @param unique whether no other resource of the type in the tenant may have the same key, whoever owns it
 */
public record Key(String path, String value, boolean unique) {}
