package dev.rollcall.scim.testkit.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an identity provider and a server say to each other in one scenario, beginning with an empty store; read by {@link
 * Conversations}, played by {@link ConversationRunner}. Immutable.
 */
public final class Conversation {
    private final ConversationCard card;
    private final List<Step> setup;
    private final List<Step> steps;

    Conversation(ConversationCard card, List<Step> setup, List<Step> steps) {
        this.card = card;
        this.setup = List.copyOf(setup);
        this.steps = List.copyOf(steps);
    }

    /** Unique among the conversations that are read together. */
    public int number() {
        return card.number();
    }

    /** The identity provider, in lower case. */
    public String idp() {
        return card.idp();
    }

    public String name() {
        return card.name();
    }

    /** What it is an example of: {@code create}, {@code group-members}, {@code errors}… */
    public String operation() {
        return card.operation();
    }

    /** How it is known: {@code documented}, {@code observed}, {@code reported} or {@code derived}. */
    public String evidence() {
        return card.evidence();
    }

    /** Where its shape comes from. */
    public List<String> sources() {
        return card.sources();
    }

    /** What is peculiar about it. */
    public List<String> quirks() {
        return card.quirks();
    }

    /** What the server must have; otherwise the conversation is skipped. */
    public Set<ServerOption> requires() {
        return card.requires();
    }

    /** What the server must be configured with. */
    public Optional<ServerConfig> config() {
        return Optional.ofNullable(card.config());
    }

    /** What brings the empty store into the state that the conversation starts from. */
    public List<Step> setup() {
        return setup;
    }

    /** What the conversation is about. */
    public List<Step> steps() {
        return steps;
    }

    /** Number, identity provider and name, on one line. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%03d %s: %s", number(), idp(), name());
    }
}
