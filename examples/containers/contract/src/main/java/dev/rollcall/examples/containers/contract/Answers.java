package dev.rollcall.examples.containers.contract;

/**
 * With which status a container answers where HTTP leaves it a choice. Immutable.
 *
 * @param largeHeader to header fields that are too large
 * @param longUrl to a URL that is too long
 * @param strangeVersion to a version of HTTP that does not exist
 */
public record Answers(int largeHeader, int longUrl, int strangeVersion) {}
