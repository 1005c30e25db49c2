package dev.rollcall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void without_options_it_takes_minutes_on_both_databases() {
        Settings settings = Settings.parse(List.of());

        assertThat(settings.users()).isEqualTo(20_000);
        assertThat(settings.memberships()).isEqualTo(100_000);
        assertThat(settings.databases()).containsExactly("postgresql", "h2");
        assertThat(settings.rows()).isEmpty();
    }

    @Test
    void a_command_measures_the_same_again() {
        Settings settings = Settings.parse(List.of("--users", "5000", "--fsync", "on", "--rows", "find,get"));
        String command = settings.command("h2", "find");

        assertThat(command).startsWith("java -jar benchmarks/target/benchmarks.jar store ");
        List<String> words = List.of(command.split(" "));
        assertThat(Settings.parse(words.subList(4, words.size())))
                .isEqualTo(Settings.parse(
                        List.of("--users", "5000", "--fsync", "on", "--rows", "find", "--database", "h2")));
    }

    @Test
    void what_is_no_option_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.parse(List.of("--user", "5000")));
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.parse(List.of("--database", "oracle")));
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.parse(List.of("--users", "10")));
    }
}
