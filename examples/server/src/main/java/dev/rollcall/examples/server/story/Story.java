package dev.rollcall.examples.server.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.examples.server.story.Forms.Place;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.admin.CreatedProvider;
import dev.rollcall.scim.provisioning.admin.Preview;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.resource.UserView;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The story, from the first provider to the last entry of the log. Not thread-safe. */
public final class Story {
    private static final String TENANT = "acme";
    private static final Duration DELAY = Duration.ofMinutes(15);

    private final Teller teller;
    private final StoryServer server;
    private final Cast cast;
    private StoryClient okta;
    private StoryClient entra;
    private String oktaId = "";
    private String ada = "";
    private String ben = "";
    private String cleo = "";
    private String engineers = "";
    private String chiefs = "";

    private Story(Teller teller, StoryServer server) {
        this.teller = teller;
        this.server = server;
        this.cast = new Cast(server.rollcall(), TENANT);
        this.okta = StoryClient.bearer(teller, server.baseUrl(), "");
        this.entra = okta;
    }

    /**
     * Plays the story on a server of its own.
     *
     * @throws RuntimeException if something is not as it should be; the message says what
     */
    public static void play(PrintStream out) {
        Teller teller = new Teller(out);
        out.println("A customer, two identity providers, and what becomes of their people");
        try (StoryServer server = StoryServer.start()) {
            new Story(teller, server).play();
        }
        out.println();
        out.println("Everything was as it should be.");
    }

    private void play() {
        providers();
        people();
        groups();
        rules();
        apply();
        move();
        comeBack();
        fallDue();
        legalHold();
        localUser();
        log();
    }

    private void providers() {
        teller.chapter("A tenant with two providers");
        server.rollcall().tenants().create(TENANT, "Acme Inc.");
        CreatedProvider first = server.rollcall().providers(TENANT).add(ProviderSettings.named("Okta"));
        CreatedProvider second = server.rollcall()
                .providers(TENANT)
                .add(ProviderSettings.named("Entra ID").oauthToken());
        teller.tell("Okta logs in with a user name and a password, Entra ID with a token; each is shown once");
        oktaId = first.id();
        okta = StoryClient.basic(teller, server.baseUrl(), first.userName(), first.password());
        entra = StoryClient.bearer(teller, server.baseUrl(), second.token());
        teller.fact("the password begins with", "rck_", first.password().substring(0, 4));
        teller.fact(
                "users, as Okta's \"Test API Credentials\" sees them",
                0,
                okta.get("/Users?startIndex=1&count=2", "/Users?startIndex=1&count=2")
                        .path("totalResults")
                        .asInt(-1));
        StoryClient.basic(teller, server.baseUrl(), first.userName(), "wrong").send(401, "GET", "/Users", "/Users", "");
    }

    private void people() {
        teller.chapter("People are pushed, and are in the default organization with its roles");
        String home = server.rollcall().organizations(TENANT).defaultOrganization();
        server.rollcall().organizations(TENANT).defaultRoles(home, Set.of("member"));
        teller.tell("Okta sends all of a user at once");
        ada = okta.create(
                "/Users",
                Forms.okta("Ada", "Moreau", "Engineer", "Research", "North", new Place("Munich", "Bavaria", "DE")));
        ben = okta.create(
                "/Users", Forms.okta("Ben", "Sato", "Clerk", "Finance", "South", new Place("Lyon", "Rhone", "France")));
        teller.tell("Entra ID sends the least first, and then attribute by attribute");
        cleo = entra.create("/Users", Forms.entra("Cleo", "Falk"));
        entra.patch(
                "/Users/" + cleo,
                "/Users/cleo",
                Forms.entraDetails("Chief", "Board", "North", new Place("Oslo", "Oslo", "NO")));
        teller.fact(
                "Ada, as the server has her",
                "Engineer, Employee, Research, North, Munich, Bavaria, DE",
                attributes(okta, ada, "/Users/ada"));
        teller.fact(
                "Cleo, as the server has her",
                "Chief, Employee, Board, North, Oslo, Oslo, NO",
                attributes(entra, cleo, "/Users/cleo"));
        teller.fact("Ada", "Acme Inc. [member]", cast.place(ada));
        teller.fact("Ben", "Acme Inc. [member]", cast.place(ben));
        teller.fact("Cleo", "Acme Inc. [member]", cast.place(cleo));
        teller.fact(
                "Ben's country is no code",
                "France",
                last(SyncLogEvent.WARNING).message().replaceAll(".*is \"(.*?)\".*", "$1"));
        teller.fact(
                "users that Entra ID sees",
                1,
                entra.get("/Users", "/Users").path("totalResults").asInt());
    }

    private static String attributes(StoryClient client, String user, String shown) {
        JsonNode found = client.get("/Users/" + user, shown);
        JsonNode address = found.path("addresses").path(0);
        JsonNode enterprise = found.path(UserView.ENTERPRISE_SCHEMA);
        return Stream.of(
                        found.path("title"),
                        found.path("userType"),
                        enterprise.path("department"),
                        enterprise.path("division"),
                        address.path("locality"),
                        address.path("region"),
                        address.path("country"))
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private void groups() {
        teller.chapter("Groups are pushed");
        engineers = okta.create("/Groups", Forms.group("Engineers"));
        chiefs = okta.create("/Groups", Forms.group("Chiefs"));
        okta.patch("/Groups/" + engineers, "/Groups/engineers", join(ada));
        teller.fact(
                "groups that a rule can be made for",
                2,
                server.rollcall()
                        .groups(TENANT)
                        .offeredForRoles(oktaId)
                        .groups()
                        .size());
    }

    private void rules() {
        teller.chapter("Rules are set, and nothing changes yet");
        Organization engineering = server.rollcall().organizations(TENANT).add("Engineering", null, Set.of("member"));
        Organization management = server.rollcall().organizations(TENANT).add("Management", null, Set.of("member"));
        String home = server.rollcall().organizations(TENANT).defaultOrganization();
        MappingSettings settings = new MappingSettings(
                OrganizationMapping.byGroups(
                                new OrganizationMapping.ByGroups.Rule(chiefs, management.id()),
                                new OrganizationMapping.ByGroups.Rule(engineers, engineering.id()))
                        .fallback(home),
                RoleMapping.byGroups(
                        new RoleMapping.ByGroups.Rule(engineers, Set.of("developer")),
                        new RoleMapping.ByGroups.Rule(chiefs, Set.of("admin"))));
        server.rollcall().mappings(TENANT, oktaId).set(settings);
        teller.tell("Chiefs go to Management and are admins, Engineers go to Engineering and are developers");
        teller.fact("Ada", "Acme Inc. [member]", cast.place(ada));
        Preview preview = server.rollcall().preview(TENANT, oktaId);
        teller.fact(
                "preview: who would move",
                "1 from Acme Inc. to Engineering",
                preview.moves().stream()
                        .map(move -> move.accounts() + " from " + move.from() + " to " + move.to())
                        .collect(Collectors.joining("; ")));
        teller.fact("preview: roles gained", Map.of("developer", 1L), preview.gained());
        teller.fact("preview: roles lost", Map.of("member", 1L), preview.lost());
        teller.fact("preview: rules that match nobody", 2, preview.unmatched().size());
    }

    private void apply() {
        teller.chapter("Rules are applied");
        Job job = server.rollcall().apply(TENANT, oktaId);
        server.runDue();
        Job done = server.rollcall().jobs(TENANT).find(job.id()).orElseThrow();
        teller.fact("applied to", "2 accounts, 1 changed", done.done() + " accounts, " + done.changed() + " changed");
        teller.fact("Ada", "Engineering [developer]", cast.place(ada));
        teller.fact("Ben", "Acme Inc. [member]", cast.place(ben));
    }

    private void move() {
        teller.chapter("Ben joins a group, and moves");
        okta.patch("/Groups/" + chiefs, "/Groups/chiefs", join(ben));
        teller.fact("Ben", "Management [admin]", cast.place(ben));
        teller.tell(server.rollcall()
                .explain(TENANT, ben)
                .text()
                .replace(chiefs, "Chiefs")
                .replace(engineers, "Engineers"));
    }

    private void comeBack() {
        teller.chapter("Ada is deactivated, and reactivated in time");
        okta.patch("/Users/" + ada, "/Users/ada", "{'op':'replace','value':{'active':false}}");
        teller.fact("Ada", "DEACTIVATION_PENDING [PENDING_DEACTIVATION], may not sign in", cast.standing(ada));
        passes(DELAY.minusMinutes(5));
        okta.patch("/Users/" + ada, "/Users/ada", "{'op':'replace','value':{'active':true}}");
        passes(DELAY);
        teller.fact("Ada", "ACTIVE [], may sign in", cast.standing(ada));
    }

    private void fallDue() {
        teller.chapter("Cleo is deactivated, and falls due");
        entra.patch("/Users/" + cleo, "/Users/cleo", "{'op':'Replace','path':'active','value':'False'}");
        passes(DELAY);
        teller.fact("Cleo", "DEACTIVATED [], may not sign in", cast.standing(cleo));
    }

    private void legalHold() {
        teller.chapter("Ben is on legal hold, is deactivated, and released");
        Account account = cast.account(ben);
        String hold = server.rollcall().holds(TENANT).create("Smith v. Acme").id();
        server.rollcall().holds(TENANT).add(hold, account.id());
        okta.patch("/Users/" + ben, "/Users/ben", "{'op':'replace','value':{'active':false}}");
        passes(DELAY);
        teller.fact("Ben", "DEACTIVATION_PENDING [LEGAL_HOLD], may not sign in", cast.standing(ben));
        server.rollcall().holds(TENANT).release(hold);
        teller.fact("Ben", "DEACTIVATED [], may not sign in", cast.standing(ben));
    }

    private void localUser() {
        teller.chapter("A provider tries to touch a local user");
        String jo = server.rollcall()
                .localUsers(TENANT)
                .create(user -> user.set("userName", "jo@example.com"))
                .id();
        okta.send(404, "GET", "/Users/" + jo, "/Users/jo", "");
        okta.send(404, "DELETE", "/Users/" + jo, "/Users/jo", "");
        okta.send(409, "POST", "/Users", "/Users", Forms.entra("Jo", "Lee"));
        teller.fact("Jo", "ACTIVE [], may sign in", cast.standing(jo));
        teller.fact("tries in the log", 3, log(SyncLogEvent.REFUSED).size());
    }

    private void log() {
        teller.chapter("What the log says");
        Map<SyncLogEvent, Integer> counts = new EnumMap<>(SyncLogEvent.class);
        server.rollcall()
                .syncLog(TENANT)
                .entries(SyncLogQuery.ALL)
                .forEach(entry -> counts.merge(entry.event(), 1, Integer::sum));
        counts.forEach((event, count) -> teller.tell(event + ": " + count));
        List<SyncLogEntry> moves = log(SyncLogEvent.ORG_CHANGED);
        teller.fact("moves", 2, moves.size());
        moves.forEach(entry -> teller.tell(entry.cause() + " " + entry.subjectName() + ": " + entry.message()));
        teller.fact(
                "what the application heard of Ada",
                "[ACCOUNT_CREATED, ACCOUNT_MOVED, ACCOUNT_ROLES_CHANGED,"
                        + " ACCOUNT_UPDATED, ACCOUNT_BLOCKED, ACCOUNT_UPDATED, ACCOUNT_UNBLOCKED]",
                heard(ada));
    }

    private String heard(String user) {
        server.runDue();
        String account = cast.account(user).id();
        return server.events().stream()
                .filter(event -> event.subject().equals(account))
                .map(ProvisioningEvent::type)
                .toList()
                .toString();
    }

    private void passes(Duration time) {
        teller.tell(time.toMinutes() + " minutes pass");
        server.passes(time);
    }

    private List<SyncLogEntry> log(SyncLogEvent event) {
        return server.rollcall()
                .syncLog(TENANT)
                .entries(SyncLogQuery.ALL.about(event))
                .toList();
    }

    private SyncLogEntry last(SyncLogEvent event) {
        List<SyncLogEntry> entries = log(event);
        if (entries.isEmpty()) {
            throw new StoryException("Nothing is logged about " + event);
        }
        return entries.get(entries.size() - 1);
    }

    private static String join(String user) {
        return "{'op':'add','path':'members','value':[{'value':'" + user + "'}]}";
    }
}
