package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {
    private static String csv(SyncLogEntry... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport.write(Stream.of(entries), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A reader of RFC 4180, independent of the writer. */
    private static List<List<String>> read(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\r' && csv.charAt(i + 1) == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
                i++;
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    @Test
    void the_first_row_names_the_columns() throws IOException {
        assertThat(csv())
                .isEqualTo("time,id,provider,actor,requestId,event,subject,subjectName,cause,result,message,changes,"
                        + "explanation\r\n");
    }

    @Test
    void an_entry_is_a_row() throws IOException {
        assertThat(csv(Entries.entry(1, "a1", "jo@example.com", "Updated", new AttributeChange("title", null, "Lead"))))
                .endsWith(
                        "2026-01-05T10:00:01Z,00000001,okta,rck-okta,request-1,USER_UPDATED,a1,jo@example.com,REQUEST,"
                                + "DONE,Updated,\"title: (none) → \"\"Lead\"\"\",\r\n");
    }

    @Test
    void quotes_commas_and_ends_of_lines_stay_within_their_cell() throws IOException {
        String nasty = "a \"b\", c\r\nd\ne";

        List<List<String>> rows = read(csv(Entries.entry(1, "a1", nasty, nasty), Entries.entry(2, "a1", "jö 🎈", "")));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).hasSize(13).contains(nasty);
        assertThat(rows.get(2)).hasSize(13).contains("jö 🎈");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1+1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=1,\"2\""
            })
    void what_a_spreadsheet_would_compute_is_a_text(String formula) throws IOException {
        List<String> row = read(csv(Entries.entry(1, "a1", formula, formula))).get(1);

        assertThat(row.get(7)).isEqualTo("'" + formula);
        assertThat(row.get(10)).isEqualTo("'" + formula);
    }

    @Test
    void signs_within_a_text_are_left_alone() throws IOException {
        List<String> row =
                read(csv(Entries.entry(1, "a1", "jo+x@example.com", "a = b"))).get(1);

        assertThat(row.get(7)).isEqualTo("jo+x@example.com");
        assertThat(row.get(10)).isEqualTo("a = b");
    }
}
