package dev.rollcall.scim.json;

/** What a JSON text may cost: nesting levels, characters of one string, characters of one number. */
public record JsonLimits(int maxDepth, int maxStringLength, int maxNumberLength) {}
