package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;

/** The present members of the group that is patched, fetched only as far as an operation needs them. */
public interface MemberSource {
    /** Nobody. */
    MemberSource NONE = new MemberSource() {
        @Override
        public Set<String> among(Collection<String> ids) {
            return Set.of();
        }

        @Override
        public Iterator<Value> all() {
            return Collections.emptyIterator();
        }
    };

    /** Which of the ids are members. */
    Set<String> among(Collection<String> ids);

    /** All members one by one, as elements of the {@code members} attribute. */
    Iterator<Value> all();
}
