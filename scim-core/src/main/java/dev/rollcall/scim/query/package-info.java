/** What a list request asks for: order, page, cursor, and which attributes are shown. */
@NullMarked
package dev.rollcall.scim.query;

import org.jspecify.annotations.NullMarked;
