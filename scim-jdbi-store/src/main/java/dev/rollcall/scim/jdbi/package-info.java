/** A store on a relational database: H2, embedded in the process and in a file by default, or PostgreSQL, which many nodes can share. */
@NullMarked
package dev.rollcall.scim.jdbi;

import org.jspecify.annotations.NullMarked;
