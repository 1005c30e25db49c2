package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References inside of PATCH paths (RFC 7644 §3.7.2). */
class BulkPathTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            members                                        | members
            members[value eq "bulkId:a"]                   | members[value eq "<a>"]
            members[value eq bulkId:a]                     | members[value eq <a>]
            members[(value eq "bulkId:a")]                 | members[(value eq "<a>")]
            members[value eq "bulkId:a" or value eq "x"]   | members[value eq "<a>" or value eq "x"]
            members[value eq "bulkId:a\\"b"]               | members[value eq "<a\\"b>"]
            members[value eq "x\\"" or value eq "bulkId:a"] | members[value eq "x\\"" or value eq "<a>"]
            members[value eq "of bulkId:a"]                | members[value eq "of bulkId:a"]
            members[value eq "\\u0062ulkId:a" or bulkId:]  | members[value eq "<a>" or <>]
            members[value eq "bulkId:a\\q"]                | members[value eq "bulkId:a\\q"]
            members[value eq "bulkId:a                     | members[value eq "bulkId:a
            bulkId:a                                       | <a>
            members[value eq bulkId:a and value eq "       | members[value eq <a> and value eq "
            members[value eq "\\u0041" or value eq bulkId:a] | members[value eq "\\u0041" or value eq <a>]
            """)
    void are_replaced_where_they_are_a_whole_string(String path, String replaced) {
        assertThat(BulkPathText.replace(
                        path, text -> text.startsWith("bulkId:") ? "<" + text.substring(7) + ">" : text))
                .isEqualTo(replaced);
    }
}
