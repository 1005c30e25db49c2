/**
 * A literal HTTP/1.1 client: it sends the request target and the headers byte for byte as given, which ordinary clients
 * do not, and adds nothing but what framing needs.
 */
@NullMarked
package dev.rollcall.scim.testkit.conversation.wire;

import org.jspecify.annotations.NullMarked;
