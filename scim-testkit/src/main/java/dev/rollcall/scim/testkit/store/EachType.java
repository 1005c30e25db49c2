package dev.rollcall.scim.testkit.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a contract that is run once for each resource type that the store keeps, which it takes as its parameter. The
 * test class is a {@link StoreFixture} with one instance for all of its tests.
 */
@TestTemplate
@ExtendWith(TypesOfTheStore.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface EachType {}
