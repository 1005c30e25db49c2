package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Resource;

/**
 * What comes out of a patch, before anything is stored.
 *
 * @param resource the resource afterwards, without its members
 * @param members how its members are to change
 */
public record PatchResult(Resource resource, RelationDelta members) {}
