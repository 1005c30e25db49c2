package dev.rollcall.examples.server.story;

/** People and groups in the forms in which Okta and Entra ID push them. */
final class Forms {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private Forms() {}

    /** A user as Okta makes one: all at once, with what the profile mapping sends. */
    static String okta(String given, String family, String title, String department, String division, Place place) {
        String email = email(given);
        return "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','" + ENTERPRISE + "'],'userName':'" + email
                + "','name':{'givenName':'" + given + "','familyName':'" + family
                + "'},'emails':[{'primary':true,'value':'"
                + email + "','type':'work'}],'displayName':'" + given + " " + family + "','externalId':'00u-" + given
                + "','groups':[],'active':true,'title':'" + title
                + "','userType':'Employee','addresses':[{'type':'work',"
                + "'primary':true,'locality':'" + place.locality() + "','region':'" + place.region() + "','country':'"
                + place.country() + "'}],'" + ENTERPRISE + "':{'department':'" + department + "','division':'"
                + division
                + "'}}";
    }

    /** A user as Entra ID makes one: the least at first. */
    static String entra(String given, String family) {
        String email = email(given);
        return "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','" + ENTERPRISE + "'],'externalId':'" + given
                + "','userName':'" + email + "','active':true,'displayName':'" + given + " " + family
                + "','emails':[{'primary':true,'type':'work','value':'" + email
                + "'}],'meta':{'resourceType':'User'},'name':{'formatted':'" + given + " " + family + "','familyName':'"
                + family + "','givenName':'" + given + "'},'roles':[]}";
    }

    /** What Entra ID sends behind it, attribute by attribute. */
    static String entraDetails(String title, String department, String division, Place place) {
        return String.join(
                ",",
                add("title", title),
                add("userType", "Employee"),
                add("addresses[type eq \\'work\\'].locality", place.locality()),
                add("addresses[type eq \\'work\\'].region", place.region()),
                add("addresses[type eq \\'work\\'].country", place.country()),
                add(ENTERPRISE + ":department", department),
                add(ENTERPRISE + ":division", division));
    }

    private static String add(String path, String value) {
        return "{'op':'Add','path':'" + path + "','value':'" + value + "'}";
    }

    /** A group as Okta makes one, before its members. */
    static String group(String name) {
        return "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'" + name + "','members':[]}";
    }

    static String email(String given) {
        return given.toLowerCase(java.util.Locale.ROOT) + "@example.com";
    }

    /** Where somebody works. */
    record Place(String locality, String region, String country) {}
}
