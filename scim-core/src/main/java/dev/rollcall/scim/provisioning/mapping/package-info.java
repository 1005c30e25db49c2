/**
 * Which organization and which roles an account gets: rules as values, and one pure function that decides by them, in a
 * request, in a preview, when settings are applied and in an explanation alike.
 */
@NullMarked
package dev.rollcall.scim.provisioning.mapping;

import org.jspecify.annotations.NullMarked;
