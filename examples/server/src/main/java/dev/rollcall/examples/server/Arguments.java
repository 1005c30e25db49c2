package dev.rollcall.examples.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of a command line, {@code --name value} or {@code --name=value}. */
final class Arguments {
    private static final Set<String> ONCE =
            Set.of("--port", "--data", "--token", "--credentials", "--base-url", "--rate", "--access-log");
    private static final Set<String> REPEATED = Set.of("--option", "--extension", "--resource-type", "--trusted-proxy");

    private static final Set<String> OF_COPY = Set.of("--from", "--to");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> once;
    private final Set<String> repeated;

    private Arguments(Set<String> once, Set<String> repeated) {
        this.once = once;
        this.repeated = repeated;
    }

    static Arguments of(String... arguments) {
        return new Arguments(ONCE, REPEATED).with(arguments);
    }

    /** The arguments behind the command {@code copy}. */
    static Arguments ofCopy(String... arguments) {
        return new Arguments(OF_COPY, Set.of()).with(arguments);
    }

    private Arguments with(String... arguments) {
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!once.contains(name) && !repeated.contains(name)) {
                throw new UsageException("There is no option " + name);
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new UsageException(name + " needs a value after it");
            }
            add(name, equals < 0 ? rest.next() : argument.substring(equals + 1));
        }
        return this;
    }

    private void add(String name, String value) {
        List<String> all = values.computeIfAbsent(name, n -> new ArrayList<>());
        if (value.isEmpty()) {
            throw new UsageException(name + " needs a value after it");
        }
        if (!all.isEmpty() && once.contains(name)) {
            throw new UsageException(name + " is given twice");
        }
        all.add(value);
    }

    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Nullable
    String value(String name) {
        return values(name).isEmpty() ? null : values(name).get(0);
    }

    String value(String name, String otherwise) {
        return values(name).isEmpty() ? otherwise : values(name).get(0);
    }
}
