package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 7: attributes and their checks. */
class AttributesTest extends SentenceTest {
    private static final String FULL = "{'schemas':['" + Scim.USER + "','" + Scim.ENTERPRISE + "'],"
            + "'userName':'a@example.com','externalId':'42','name':{'givenName':'Ann','familyName':'Lee'},"
            + "'emails':[{'value':'a@example.com','primary':true}],'active':true,'title':'Chief','USERTYPE':'Employee',"
            + "'addresses':[{'type':'work','locality':'Munich','region':'Bavaria','country':'DE'}],"
            + "'" + Scim.ENTERPRISE + "':{'department':'Research','division':'North','manager':{'value':'m'}}}";

    @Test
    @Tag("P-7.1")
    void everything_of_user_and_enterprise_user_is_kept_whatever_the_case_of_its_name() {
        Customer acme = Customer.of(host);
        Answer made = acme.scim.post("/Users", FULL);
        assertThat(made.status()).isEqualTo(201);
        Answer user = acme.scim.get("/Users/" + made.id());
        assertThat(user.at("/userType")).isEqualTo("Employee");
        assertThat(user.at("/addresses/0/country")).isEqualTo("DE");
        assertThat(user.json().path(Scim.ENTERPRISE).path("division").asText()).isEqualTo("North");
        assertThat(user.at("/externalId")).isEqualTo("42");
    }

    @Test
    @Tag("P-7.2")
    void values_overwrite_cleared_ones_are_cleared_and_a_full_push_of_the_same_changes_nothing() {
        Customer acme = Customer.of(host);
        Answer made = acme.scim.post("/Users", FULL);
        long entries =
                acme.rollcall.syncLog(acme.tenant).entries(SyncLogQuery.ALL).count();
        int heard = acme.heard().size();
        Answer same = acme.scim.put("/Users/" + made.id(), FULL);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.version()).isEqualTo(made.version());
        assertThat(acme.rollcall.syncLog(acme.tenant).entries(SyncLogQuery.ALL)).hasSize((int) entries);
        assertThat(acme.heard()).hasSize(heard);
        acme.scim.put("/Users/" + made.id(), Scim.userBody("a@example.com", "'externalId':'42'"));
        assertThat(acme.scim.get("/Users/" + made.id()).has("title")).isFalse();
        assertThat(acme.last(SyncLogEvent.USER_UPDATED).changes())
                .contains(new AttributeChange("title", "Chief", null));
    }

    @Test
    @Tag("P-7.3")
    void a_country_that_is_no_code_is_kept_with_a_warning_or_refused_where_that_is_wanted() {
        String named = "'emails':[{'value':'a@example.com','primary':true}],"
                + "'addresses':[{'type':'work','country':'Germany'}]";
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com", named);
        assertThat(acme.scim.get("/Users/" + id).at("/addresses/0/country")).isEqualTo("Germany");
        assertThat(acme.last(SyncLogEvent.WARNING).message())
                .contains("addresses.country")
                .contains("Germany")
                .contains("ISO 3166-1");
        Customer strict = Customer.of(host, s -> s.with(to -> to.strictCountry(true)));
        Answer refused = strict.scim.post("/Users", Scim.userBody("a@example.com", named));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.scimType()).isEqualTo("invalidValue");
        assertThat(refused.detail()).contains("addresses.country").contains("Germany");
        assertThat(strict.scim.get("/Users").json().path("totalResults").asInt())
                .isZero();
        assertThat(strict.log(SyncLogEvent.REFUSED)).hasSize(1);
    }

    @Test
    @Tag("P-7.4")
    void a_user_name_that_is_not_the_primary_email_is_kept_with_a_warning_or_refused() {
        String other = "'emails':[{'value':'ann@example.com','primary':true}]";
        Customer acme = Customer.of(host);
        acme.scim.user("a@example.com", other);
        assertThat(acme.last(SyncLogEvent.WARNING).message())
                .contains("userName")
                .contains("ann@example.com");
        acme.scim.user("ann");
        assertThat(acme.last(SyncLogEvent.WARNING).message()).contains("e-mail address");
        Customer strict = Customer.of(host, s -> s.with(to -> to.strictUserName(true)));
        assertThat(strict.scim
                        .post("/Users", Scim.userBody("a@example.com", other))
                        .scimType())
                .isEqualTo("invalidValue");
        assertThat(strict.scim.post("/Users", Scim.userBody("ann", "")).scimType())
                .isEqualTo("invalidValue");
        assertThat(strict.scim
                        .post("/Users", Scim.userBody("ann@example.com", other))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Tag("P-7.6")
    void members_that_name_nobody_are_skipped_with_a_warning_or_refused() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String group = acme.scim.group("Some", id, "nobody");
        assertThat(acme.scim.get("/Groups/" + group).all("members.value")).containsExactly(id);
        assertThat(acme.last(SyncLogEvent.WARNING).message()).contains("nobody");
        Customer strict =
                Customer.of(host, s -> s.with(to -> to.protocol(s.protocol().withStrictMemberReferences(true))));
        assertThat(strict.scim.post("/Groups", Scim.groupBody("Some", "nobody")).scimType())
                .isEqualTo("invalidValue");
        assertThat(strict.scim.get("/Groups").json().path("totalResults").asInt())
                .isZero();
    }

    @Test
    @Tag("P-7.7")
    void a_password_is_never_kept_returned_or_logged() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com", "'password':'S3cret-Passw0rd!'");
        acme.scim.patch("/Users/" + id, "{'op':'replace','path':'password','value':'An0ther-Passw0rd!'}");
        assertThat(acme.scim.get("/Users/" + id).text()).doesNotContain("Passw0rd");
        assertThat(acme.rollcall
                        .syncLog(acme.tenant)
                        .entries(SyncLogQuery.ALL)
                        .toList()
                        .toString())
                .doesNotContain("Passw0rd");
        assertThat(acme.scim.get("/ServiceProviderConfig").at("/changePassword/supported"))
                .isEqualTo("false");
    }
}
