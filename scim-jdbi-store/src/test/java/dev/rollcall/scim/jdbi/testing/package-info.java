/** The database server that tests of several modules share. */
@NullMarked
package dev.rollcall.scim.jdbi.testing;

import org.jspecify.annotations.NullMarked;
