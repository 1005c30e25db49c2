package dev.rollcall.scim.testkit.conversation.json;

/** How many nodes a path can lead to. */
enum FanOut {
    /** At most one: the path has neither {@code [*]} nor {@code [?…]}. */
    NONE,
    /** Any number, though mostly one is meant: the path has a {@code [?…]}. */
    MATCHING_ELEMENTS,
    /** Any number: the path has a {@code [*]}. */
    EVERY_ELEMENT
}
