package dev.rollcall.conformance.provisioning;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Conversations that show sentences of the rules, on each kind of storage. The number of the sentence stands in a tag, such as
 * {@code P-6.2}; {@code docs/provisioning.md} has the sentences with their tests.
 */
@ParameterizedClass
@EnumSource(Storage.class)
abstract class SentenceTest {
    @Parameter
    protected Storage storage;

    protected Host host;

    @BeforeEach
    void open() {
        host = Host.on(storage);
    }
}
