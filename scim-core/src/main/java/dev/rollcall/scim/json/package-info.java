/** The streaming token layer over JSON; internal, so that no JSON library shows in the public signatures. */
@NullMarked
package dev.rollcall.scim.json;

import org.jspecify.annotations.NullMarked;
