package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each sentence of the SPI that says MUST has the test that bears its name, and the page about stores has both. */
class ContractTableTest {
    private static final List<String> SPI = List.of(
            "Store",
            "ResourceStore",
            "StoreQuery",
            "Scope",
            "UnitOfWork",
            "Capabilities",
            "MembershipStore",
            "PushDown");
    private static final Path PAGE = Path.of("..", "docs", "writing-a-store.md");

    private final Map<String, String> contractOf = new TreeMap<>();

    ContractTableTest() {
        Set<Class<?>> contracts = new LinkedHashSet<>();
        collect(StoreContract.class, contracts);
        collect(DurableContract.class, contracts);
        collect(SecretContract.class, contracts);
        collect(PushDownContract.class, contracts);
        for (Class<?> contract : contracts) {
            for (Method method : contract.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(EachType.class)) {
                    String twin = contractOf.put(method.getName(), contract.getSimpleName());
                    assertThat(twin)
                            .as("another contract with %s", method.getName())
                            .isNull();
                }
            }
        }
    }

    private static void collect(Class<?> type, Set<Class<?>> contracts) {
        if (contracts.add(type)) {
            Arrays.stream(type.getInterfaces()).forEach(parent -> collect(parent, contracts));
            Stream.ofNullable(type.getSuperclass()).forEach(parent -> collect(parent, contracts));
        }
    }

    @Test
    void each_sentence_that_says_must_has_the_test_that_bears_its_name() {
        List<String> wanted = SPI.stream()
                .flatMap(type -> ContractSentences.of(type).stream())
                .map(ContractSentences::testOf)
                .toList();

        assertThat(wanted).hasSizeGreaterThan(70).doesNotHaveDuplicates();
        assertThat(contractOf.keySet()).containsAll(wanted);
    }

    @Test
    void the_page_about_stores_has_each_sentence_with_its_test_and_all_other_tests_of_the_contracts()
            throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");

        String tables = tables();
        // To be put at the end of the page when the contract has changed.
        Path wanted = Files.writeString(Path.of("target", "contract-tables.md"), tables);

        assertThat(page)
                .as("the tables at the end of %s, as in %s", PAGE, wanted)
                .endsWith(tables);
    }

    private String tables() {
        StringBuilder tables = new StringBuilder();
        Map<String, String> others = new TreeMap<>(contractOf);
        for (String type : SPI) {
            tables.append("\n### ").append(type).append("\n\n| sentence | test |\n|---|---|\n");
            for (String sentence : ContractSentences.of(type)) {
                String test = ContractSentences.testOf(sentence);
                tables.append("| %s | `%s`: `%s` |%n".formatted(sentence, contractOf.getOrDefault(test, "?"), test));
                others.remove(test);
            }
        }
        tables.append("\n### And beside them\n\n| contract | tests |\n|---|---|\n");
        Map<String, List<String>> byContract = new TreeMap<>();
        others.forEach((test, contract) ->
                byContract.computeIfAbsent(contract, any -> new ArrayList<>()).add("`" + test + "`"));
        byContract.forEach(
                (contract, tests) -> tables.append("| `%s` | %s |%n".formatted(contract, String.join(", ", tests))));
        return tables.toString().replace("\r\n", "\n");
    }
}
