package dev.rollcall.scim.provisioning.admin;

/** How much is given at once. */
final class Limits {
    private static final int PAGE = 1_000;

    private Limits() {}

    static int page(int limit) {
        if (limit < 1 || limit > PAGE) {
            throw AdministrationException.invalid("A page has 1 to " + PAGE + " entries, not " + limit);
        }
        return limit;
    }
}
