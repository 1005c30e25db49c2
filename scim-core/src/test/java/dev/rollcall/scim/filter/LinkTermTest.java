package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link to a resource is compared as the id at its end, since it is derived from that (RFC 7643 §2.4). */
class LinkTermTest {
    private static final String MANAGER = Things.ENTERPRISE + ":manager";

    private static boolean holds(String filter, String id) {
        Resource user = Resource.builder(Things.USER_TYPE)
                .set("userName", "mira")
                .set(Things.ENTERPRISE, Map.of("manager", Map.of("value", id)))
                .build();
        return Things.holds(filter.replace("${m}", MANAGER), user);
    }

    @ParameterizedTest(name = "{0} for {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ${m}.$ref eq "https://scim.example.com/v2/Users/m1" | m1  | true
            ${m}.$ref eq "../Users/m1"                          | m1  | true
            ${m}.$ref eq "/m1"                                  | m1  | true
            ${m}[$ref eq "../Users/m1"]                         | m1  | true
            ${m}.$ref eq "../Users/m2"                          | m1  | false
            ${m}.$ref eq "../m1/Users"                          | m1  | false
            ${m}.$ref ne "../Users/m2"                          | m1  | true
            ${m}.$ref ne "../Users/m1"                          | m1  | false
            ${m}.$ref eq "../Users/m%201"                       | m 1 | true
            ${m}.$ref eq "../Users/m+1"                         | m+1 | true
            ${m}.$ref eq "../Users/m+1"                         | m 1 | false
            ${m}.$ref eq "../Users/m%zz"                        | m%zz | true
            ${m}.$ref eq "../Users/m%00"                        | m   | false
            ${m}.$ref eq "m1"                                   | m1  | false
            ${m}.$ref sw "../Users/m1"                          | m1  | false
            ${m}.$ref gt "../Users/a"                           | m1  | false
            ${m}.$ref eq null                                   | m1  | true
            ${m}.value eq "../Users/m1"                         | m1  | false
            ${m}.value eq "m1"                                  | m1  | true
            """)
    void a_link_leads_to_the_id_at_its_end(String filter, String id, boolean expected) {
        assertThat(holds(filter, id)).isEqualTo(expected);
    }
}
