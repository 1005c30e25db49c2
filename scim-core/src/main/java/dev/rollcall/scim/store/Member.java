package dev.rollcall.scim.store;

import org.jspecify.annotations.Nullable;

/**
 * A resource as one side of a membership. Immutable and thread-safe.
 *
 * @param id the resource's id
 * @param type the name of its resource type
 * @param display its displayName; null if it has none
 */
public record Member(String id, String type, @Nullable String display) {}
