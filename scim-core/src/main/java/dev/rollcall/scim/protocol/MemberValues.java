package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a group as elements of its attribute, fetched page by page, so that any number needs little memory. */
final class MemberValues implements Iterator<Value> {
    /** Members in one read of the store. */
    static final int PAGE = 1_000;

    private final Function<@Nullable String, MemberPage> fetch;
    private final Function<Member, Value> element;
    private Iterator<Member> current = Collections.emptyIterator();
    private @Nullable String next;
    private boolean begun;

    /** @param fetch the page at a place out of {@link MemberPage#next}; null asks for the first */
    MemberValues(Function<@Nullable String, MemberPage> fetch, Function<Member, Value> element) {
        this.fetch = fetch;
        this.element = element;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && (!begun || next != null)) {
            MemberPage page = fetch.apply(next);
            begun = true;
            current = page.members().iterator();
            next = page.next();
        }
        return current.hasNext();
    }

    @Override
    public Value next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return element.apply(current.next());
    }

    /** A member as an element of the {@code members} attribute; with its URL if there are links to make it. */
    static Value element(Attribute members, Member member, @Nullable Links links) {
        Complex.Builder value = Complex.builder(members.subAttributes())
                .set("value", Value.of(member.id()))
                .set("type", Value.of(member.type()));
        if (members.sub("display") != null && member.display() != null) {
            value.set("display", Value.of(member.display()));
        }
        if (links != null) {
            links.location(member.type(), member.id()).ifPresent(url -> value.set("$ref", new Value.Reference(url)));
        }
        return value.build();
    }
}
