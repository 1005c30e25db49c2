package dev.rollcall.benchmarks.load;

/**
 * A user of the benchmarks, all of it worked out from a number, so that nothing has to be kept.
 *
 * @param number from 0; users of different tenants with one number have the same keys
 */
public record Person(int number) {
    private static final String[] GIVEN = {
        "Ada", "Bela", "Chen", "Dilara", "Émile", "Fatima", "Goran", "Hanna", "Inês", "Jonas", "Kenji", "Leïla",
                "Mateo",
        "Nadia", "Olu", "Priya", "Quentin", "Rosa", "Søren", "Tomasz", "Uma", "Viktor", "Wanja", "Xenia", "Yusuf", "Zoë"
    };
    private static final String[] FAMILY = {
        "Adeyemi",
        "Bauer",
        "Costa",
        "Dubois",
        "Eriksson",
        "Fischer",
        "García",
        "Haddad",
        "Ivanova",
        "Jensen",
        "Kowalski",
        "Lehmann",
        "Müller",
        "Nakamura",
        "O'Neill",
        "Patel",
        "Quispe",
        "Rossi",
        "Şahin",
        "Tanaka",
        "Ueda",
        "Varga",
        "Wang"
    };
    private static final String[] TITLES = {"Engineer", "Accountant", "Nurse", "Buyer", "Planner", "Counsel", "Analyst"
    };
    private static final int DEPARTMENTS = 200;

    /** The {@code userName}. */
    public String userName() {
        return "user%07d@example.com".formatted(number);
    }

    /** The {@code externalId}. */
    public String externalId() {
        return "ext-%07d".formatted(number);
    }

    /** The address at work. */
    public String email() {
        return "person.%07d@work.example.com".formatted(number);
    }

    /** The resource as a client sends it, about 700 bytes, as identity providers fill them. */
    public String json() {
        String given = GIVEN[number % GIVEN.length];
        String family = FAMILY[number / GIVEN.length % FAMILY.length];
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",\
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],\
                "userName":"%s","externalId":"%s","name":{"givenName":"%s","familyName":"%s"},\
                "displayName":"%s %s","title":"%s","preferredLanguage":"en","active":true,\
                "emails":[{"value":"%s","type":"work","primary":true},{"value":"home%07d@mail.example","type":"home"}],\
                "phoneNumbers":[{"value":"+1 555 %07d","type":"work"}],\
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":\
                {"employeeNumber":"%d","department":"Department %d","costCenter":"%d"}}""".formatted(
                        userName(),
                        externalId(),
                        given,
                        family,
                        given,
                        family,
                        TITLES[number % TITLES.length],
                        email(),
                        number,
                        number,
                        number,
                        number % DEPARTMENTS,
                        number % 97);
    }
}
