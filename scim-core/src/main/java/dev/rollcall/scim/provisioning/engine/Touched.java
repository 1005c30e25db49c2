package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.protocol.GroupGraph;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobKind;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.resource.GroupView;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users whom a change of memberships touches, through nested groups too. As long as they are few they are evaluated in
 * the unit of work of the change; beyond that, the same unit leaves a job behind that does it. Not thread-safe.
 */
final class Touched {
    /** How many are evaluated at once. */
    static final int AT_ONCE = 1_000;

    private final Work work;
    private final String provider;
    private final GroupGraph graph;
    private final Set<String> seenGroups = new HashSet<>();
    private final Set<String> users = new LinkedHashSet<>();
    private @Nullable Job job;
    private long handedOver;

    Touched(Work work, String provider) {
        this.work = work;
        this.provider = provider;
        this.graph = GroupGraph.of(
                work.unit(),
                new Scope(work.act().tenant(), provider),
                work.parts().registry());
    }

    /** Whether anybody would ask the rules. */
    static boolean matters(Work work, String provider) {
        return !work.rules(provider).mapping().actsAtCreationOnly();
    }

    /** Adds resources that joined or left: users, and the members of groups. */
    void add(Collection<String> members) {
        if (members.isEmpty()) {
            return;
        }
        Set<String> groups = new HashSet<>();
        for (ResourceType type : work.parts().registry().resourceTypes()) {
            if (type.isBaseSchema(GroupView.SCHEMA)) {
                for (Resource group : work.unit()
                        .resources()
                        .findAll(new Scope(work.act().tenant(), provider), type, members)
                        .values()) {
                    groups.add(group.id());
                    addMembersOf(group);
                }
            }
        }
        members.stream().filter(id -> !groups.contains(id)).forEach(this::addUser);
    }

    /** Adds all that are in a group. */
    void addMembersOf(Resource top) {
        Deque<Resource> groups = new ArrayDeque<>();
        if (seenGroups.add(top.id())) {
            groups.add(top);
        }
        while (!groups.isEmpty()) {
            Resource group = groups.remove();
            String next = null;
            do {
                MemberPage page = graph.members(group, next, AT_ONCE);
                page.members().forEach(member -> add(member, groups));
                next = page.next();
            } while (next != null);
        }
    }

    private void add(Member member, Deque<Resource> groups) {
        ResourceType type = work.parts().registry().findResourceType(member.type());
        if (type == null || !type.isBaseSchema(GroupView.SCHEMA)) {
            addUser(member.id());
        } else if (seenGroups.add(member.id())) {
            work.unit()
                    .resources()
                    .find(new Scope(work.act().tenant(), provider), type, member.id())
                    .ifPresent(groups::add);
        }
    }

    private void addUser(String id) {
        users.add(id);
        if (users.size() > AT_ONCE || job != null && users.size() == AT_ONCE) {
            handOver();
        }
    }

    /** Evaluates who was added, now or by a job. */
    void evaluate() {
        if (job != null) {
            handOver();
            Job left = job;
            work.state()
                    .jobs()
                    .replace(new Job(
                            left.tenant(),
                            left.id(),
                            left.kind(),
                            left.provider(),
                            false,
                            left.cause(),
                            left.actor(),
                            left.requestId(),
                            JobState.RUNNING,
                            handedOver,
                            0,
                            0,
                            null,
                            left.created(),
                            null));
        } else if (!users.isEmpty()) {
            new Evaluation(work, provider).changed(users);
        }
    }

    private void handOver() {
        if (job == null) {
            job = new Job(
                    work.act().tenant(),
                    work.parts().ids().get(),
                    JobKind.REEVALUATE,
                    provider,
                    false,
                    Cause.REQUEST,
                    work.act().actor(),
                    work.act().requestId(),
                    JobState.RUNNING,
                    0,
                    0,
                    0,
                    null,
                    work.now(),
                    null);
            work.state().jobs().insert(job);
        }
        List<String> all = new ArrayList<>(users);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.state().jobs().addUsers(job, all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        handedOver += users.size();
        users.clear();
    }
}
