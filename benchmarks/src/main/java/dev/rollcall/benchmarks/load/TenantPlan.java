package dev.rollcall.benchmarks.load;

/**
 * What a tenant is to have.
 *
 * @param database the short name of the database that it is in
 * @param tenant its name
 * @param users how many users
 * @param memberships how many memberships, one of each user at least
 * @param stride which numbers its users have: 0, stride, 2 stride and so on
 */
public record TenantPlan(String database, String tenant, int users, long memberships, int stride) {
    /** The keys that are looked up among many users and among few. */
    private static final int KEYS = 10_000;

    /** The tenant that everything is measured on. */
    public static TenantPlan large(int users, long memberships) {
        return new TenantPlan("main", "large", users, memberships, 1);
    }

    /** A tenth of it, beside it. */
    public TenantPlan tenth() {
        return new TenantPlan(database, "medium", users / 10, memberships / 10, 10);
    }

    /**
     * In a database of its own, of which nothing is large: 10,000 of the large tenant's users, one in so many, or a tenth
     * of them if that is less.
     */
    public TenantPlan few() {
        int few = Math.min(KEYS, users / 10);
        return new TenantPlan("small", "small", few, memberships * few / users, users / few);
    }

    /** The user at a place. */
    public Person person(int place) {
        return new Person(place * stride);
    }
}
