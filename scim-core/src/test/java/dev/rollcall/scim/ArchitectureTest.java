package dev.rollcall.scim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    private static final String ROOT = "dev.rollcall.scim";

    /** From the ground up: each knows only those before it. */
    private static final List<String> ROOMS = List.of(
            "error",
            "json",
            "schema",
            "resource",
            "codec",
            "path",
            "filter",
            "patch",
            "query",
            "store",
            "protocol",
            "provisioning");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> each_package_imports_only_packages_before_it() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify.."));
                    if (room.equals("json")) {
                        allowed.add("com.fasterxml.jackson.core..");
                    }
                    if (room.equals("query")) {
                        // Cursors are sealed.
                        allowed.add("javax.crypto..");
                    }
                    ROOMS.subList(0, ROOMS.indexOf(room) + 1).forEach(r -> allowed.add(ROOT + "." + r + ".."));
                    classes()
                            .that()
                            .resideInAPackage(ROOT + "." + room + "..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed.toArray(String[]::new))
                            .check(CORE);
                }));
    }

    @Test
    void every_package_is_a_known_room() {
        String[] rooms = Stream.concat(Stream.of(ROOT), ROOMS.stream().map(r -> ROOT + "." + r + ".."))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(CORE);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void no_public_signature_speaks_of_jackson_servlets_or_sql() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackages(ROOT + ".json..", ROOT + "..internal..")
                .should(notExpose("com.fasterxml", "jakarta.servlet", "java.sql", "javax.sql", ROOT + ".json"))
                .check(CORE);
    }

    private static ArchCondition<JavaClass> notExpose(String... packages) {
        return new ArchCondition<>("not expose types of " + List.of(packages)) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getCodeUnits().stream()
                        .filter(ArchitectureTest::isVisible)
                        .flatMap(unit -> Stream.concat(
                                        Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                                .filter(ofPackage(packages))
                                .map(type -> unit.getFullName() + " exposes " + type.getName()))
                        .forEach(text -> events.add(SimpleConditionEvent.violated(item, text)));
                item.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(field -> ofPackage(packages).test(field.getRawType()))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(item, field.getFullName())));
            }
        };
    }

    private static boolean isVisible(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static DescribedPredicate<JavaClass> ofPackage(String... packages) {
        return DescribedPredicate.describe(
                "in a hidden package",
                type -> Stream.of(packages)
                        .anyMatch(p -> type.getPackageName().equals(p)
                                || type.getPackageName().startsWith(p + ".")));
    }
}
