package dev.rollcall.scim.query;

import dev.rollcall.scim.path.ResolvedPath;

/**
 * An order of resources (RFC 7644 §3.4.2.3). Immutable and thread-safe.
 *
 * @param path the attribute to order by; never complex
 * @param ascending whether small values come first; resources without a value come last then, and first otherwise
 */
public record Sort(ResolvedPath path, boolean ascending) {}
