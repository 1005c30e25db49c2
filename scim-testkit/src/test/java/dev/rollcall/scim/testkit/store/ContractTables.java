package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The interfaces of an SPI in a package of core, with the contracts that test them. */
final class ContractTables {
    private final String room;
    private final List<String> types;
    private final Map<String, String> contractOf = new TreeMap<>();

    ContractTables(String room, List<String> types, List<Class<?>> contracts) {
        this.room = room;
        this.types = types;
        Set<Class<?>> all = new LinkedHashSet<>();
        contracts.forEach(contract -> collect(contract, all));
        for (Class<?> contract : all) {
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

    /** The names of the tests that the sentences want. */
    List<String> wanted() {
        return types.stream()
                .flatMap(type -> ContractSentences.of(room, type).stream())
                .map(ContractSentences::testOf)
                .toList();
    }

    /** The names of the tests that there are. */
    Set<String> tests() {
        return contractOf.keySet();
    }

    /** The tables in Markdown. */
    String text() {
        StringBuilder tables = new StringBuilder();
        Map<String, String> others = new TreeMap<>(contractOf);
        for (String type : types) {
            tables.append("\n### ").append(type).append("\n\n| sentence | test |\n|---|---|\n");
            for (String sentence : ContractSentences.of(room, type)) {
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
