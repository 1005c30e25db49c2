package dev.rollcall.scim.provisioning.store;

/** Documents as stores have them. They are never changed: what comes to a format is added beside them. */
final class FrozenDocuments {
    static final String TENANT = """
            {"id":"acme","name":"Acme Ltd","settings":{"logRetention":"PT720H","syncReport":"ON_ERRORS"},\
            "defaultOrganization":"o1","created":"2026-01-02T03:04:05.678Z","revision":7}""";

    static final String PROVIDER = """
            {"tenant":"acme","id":"p1","settings":{"displayName":"Okta","deactivationDelay":"PT15M",\
            "blockWhilePending":true,"createInactive":false,"strictCountry":true,"strictUserName":false,\
            "managerLookup":"EXTERNAL_ID","requestRate":{"perSecond":25,"burst":100},\
            "protocol":{"quirks":["OPERATION_CASE","PATH_KEYS"],"restrictions":["REPLACE_WHOLE_COMPLEX"],\
            "strictMemberReferences":true,"uniqueGroupDisplayName":false,\
            "sensitiveInUrls":["emails.value","password"]}},\
            "mapping":{"organizations":{"method":"groups","rules":[{"group":"g2","organization":"o2"},\
            {"group":"g1","organization":"o1"}],"fallback":"o1"},"roles":{"method":"groups",\
            "rules":[{"group":"g1","roles":["admin","member"]}],"strict":true}},\
            "enabled":true,"created":"2026-01-02T03:04:05Z"}""";

    static final String BY_ATTRIBUTE = """
            "organizations":{"method":"attribute","attribute":"department","parent":"o1","fallback":"o2"},\
            "roles":{"method":"manual"}""";

    static final String SINGLE = """
            "organizations":{"method":"single","organization":"o3"},"roles":{"method":"groups","strict":false}""";

    static final String CREDENTIAL = """
            {"tenant":"acme","provider":"p1","id":"c1","type":"API_CREDENTIALS","userName":"acme-okta",\
            "hash":"2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b",\
            "created":"2026-01-02T03:04:05Z","expires":"2027-01-02T03:04:05Z","revoked":"2026-02-02T03:04:05Z"}""";

    static final String ORGANIZATION = """
            {"id":"o2","name":"Research","parent":"o1","defaultRoles":["member","reader"],"active":true}""";

    static final String ACCOUNT = """
            {"tenant":"acme","id":"a1","user":"u1","userName":"ada","displayName":"Ada","provider":"p1",\
            "standing":{"state":"DEACTIVATION_PENDING","due":"2026-03-02T03:04:05Z",\
            "blocks":["ADMIN","PENDING_DEACTIVATION"],"onHold":true,"resourceGone":false},\
            "assignment":{"organization":"o2","placedBy":"RULE","roles":{"admin":"MANUAL","member":"MAPPING"}},\
            "created":"2026-01-02T03:04:05Z","changed":"2026-03-01T03:04:05Z"}""";

    static final String HOLD = """
            {"tenant":"acme","id":"h1","name":"Matter 7","created":"2026-01-02T03:04:05Z",\
            "released":"2026-02-02T03:04:05Z"}""";

    static final String ENTRY = """
            {"tenant":"acme","id":"l1","time":"2026-01-02T03:04:05Z","provider":"p1","actor":"acme-okta",\
            "requestId":"r1","event":"USER_UPDATED","subject":"a1","subjectName":"ada",\
            "changes":[{"attribute":"title","before":"Dr","after":"Prof"},{"attribute":"nickName"}],\
            "cause":"REQUEST","result":"DONE","message":"Changed","explanation":"Because"}""";

    static final String DELIVERY = """
            {"event":{"tenant":"acme","id":"e1","time":"2026-01-02T03:04:05Z","type":"ACCOUNT_MOVED",\
            "subject":"a1","subjectName":"ada","account":""" + ACCOUNT + """
            ,"cause":"APPLY","requestId":"r1"},"attempts":3,"next":"2026-01-02T03:05:05Z","parked":true,\
            "problem":"refused"}""";

    static final String JOB = """
            {"tenant":"acme","id":"j1","kind":"APPLY","provider":"p1","includeMoved":true,"cause":"APPLY",\
            "actor":"root","requestId":"r1","state":"DONE","total":30,"done":20,"changed":10,"after":"a9",\
            "created":"2026-01-02T03:04:05Z","ended":"2026-01-02T04:04:05Z"}""";

    private FrozenDocuments() {}
}
