package dev.rollcall.scim.protocol;

import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store whose calls pass before the eyes of a test, which can have each of them go otherwise. Takes no filters. */
final class Watched implements Store {
    /** Sees a call, and gives its answer; {@code write} is the work of a unit that writes, before it commits. */
    @FunctionalInterface
    interface Watch {
        Object on(String method, List<Object> arguments, Supplier<Object> proceed);
    }

    private final Store inner;
    private final Watch watch;

    Watched(Store inner, Watch watch) {
        this.inner = inner;
        this.watch = watch;
    }

    private UnitOfWork watched(UnitOfWork unit) {
        return new UnitOfWork() {
            @Override
            public boolean writes() {
                return unit.writes();
            }

            @Override
            public void onEnd(Ending ending) {
                unit.onEnd(ending);
            }

            @Override
            public ResourceStore resources() {
                return watched(ResourceStore.class, unit.resources());
            }

            @Override
            public Optional<MembershipStore> memberships() {
                return unit.memberships().map(relation -> watched(MembershipStore.class, relation));
            }
        };
    }

    private <T> T watched(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> watch.on(method.getName(), Arrays.asList(arguments), () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw (RuntimeException) e.getCause();
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T write(Function<UnitOfWork, T> work) {
        return inner.write(unit -> (T) watch.on("write", List.of(), () -> work.apply(watched(unit))));
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        return inner.read(unit -> work.apply(watched(unit)));
    }

    @Override
    public Capabilities capabilities() {
        return inner.capabilities();
    }
}
