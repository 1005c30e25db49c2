package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.load.Person;
import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.measure.Work;
import dev.rollcall.benchmarks.report.Bar;
import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoredResource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A user put into the store, against a transaction that writes the same rows by hand. */
final class CreateRow implements Row {
    @Override
    public String name() {
        return "create";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        Node node = site.node(site.large());
        Creating creating = new Creating(node, site);
        HandWrittenCreation byHand = HandWrittenCreation.like(node.dataSource(), creating.example());
        Comparison comparison = Comparison.of(site.plan(), creating, byHand);
        figures.ratio(name(), comparison, new Bar.Pair(Bar.atMost(1.5), null));
    }

    /** Makes users of a tenant that nothing else is measured on. */
    private static final class Creating implements Work {
        /** Numbers of users that no row before had, of as many digits each. */
        private final int first = 1_000_000_000 + (int) (Math.abs(System.nanoTime()) % 1_000_000_000);

        private final Node node;
        private final ResourceType type;
        private final ResourceCodec codec;
        private final Scope scope = new Scope("created", "okta");
        private StoredResource next;

        Creating(Node node, Site site) {
            this.node = node;
            this.type = node.type("User");
            this.codec = new ResourceCodec(node.service().settings().registry(), Tolerance.STRICT, Limits.DEFAULT);
            this.next = stored(first);
        }

        /** Makes a user, and gives its number and id. */
        HandWrittenCreation.Example example() {
            run(-1);
            return new HandWrittenCreation.Example(first, next.resource().id());
        }

        private StoredResource stored(int number) {
            byte[] json = new Person(number).json().getBytes(StandardCharsets.UTF_8);
            Resource user = codec.decode(new ByteArrayInputStream(json), type)
                    .withId(UUID.randomUUID().toString())
                    .withMeta(Meta.created(Instant.now()));
            return KeyFactory.standard().stored(user);
        }

        @Override
        public void prepare(int i) {
            next = stored(first + 1 + 2 * i);
        }

        @Override
        public void run(int i) {
            node.store().write(unit -> {
                unit.resources().insert(scope, next);
                return true;
            });
        }
    }
}
