package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowingTest {
    private static final ResourceType USER = SchemaRegistry.builder().build().resourceType("User");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            userName eq "MIRA"                                   | userName     | mira
            externalId eq "X1"                                   | externalId   | X1
            emails.value eq "M@x.com"                            | emails.value | m@x.com
            emails eq "M@x.com"                                  | emails.value | m@x.com
            emails[value eq "M@x.com"]                           | emails.value | m@x.com
            emails[type eq "work" and value eq "M@x.com"]        | emails.value | m@x.com
            emails[type eq "work"].value eq "M@x.com"            | emails.value | m@x.com
            active eq true and (emails eq "m@x.com" and title pr)| emails.value | m@x.com
            """)
    void every_match_has_the_key(String filter, String path, String value) {
        assertThat(narrowed(filter).keys()).extracting(Key::path, Key::value).containsExactly(tuple(path, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title eq \"x\"",
                "emails.value ne \"m@x.com\"",
                "emails.type eq \"work\"",
                "emails[type eq \"work\" or value eq \"m@x.com\"]",
                "emails[not (value eq \"m@x.com\")]",
                "not (emails eq \"m@x.com\")",
                "emails eq \"m@x.com\" or userName eq \"mira\"",
                "phoneNumbers eq \"1\"",
                "emails eq null"
            })
    void nothing_is_known_of_the_matches(String filter) {
        assertThat(narrowed(filter)).isEqualTo(new Narrowing.Narrowed(null, List.of()));
    }

    private static Tuple tuple(String path, String value) {
        return Tuple.tuple(path, value);
    }

    private static Narrowing.Narrowed narrowed(String filter) {
        PathResolver resolver = new PathResolver(USER, Tolerance.DEFAULT);
        return new Narrowing(resolver, KeyFactory.standard()).of(Filter.parse(filter));
    }
}
