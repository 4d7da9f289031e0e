package io.plumbline.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.ConcurrentEditors.Edited;
import io.plumbline.support.ConcurrentEditors.Saved;
import io.plumbline.support.ConcurrentEditors.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Six of the desk and six chiropractors of the west, who do things at once; and what the store says of it. */
public final class SixColleagues {
    public static final int PEOPLE = 6;
    public static final int ROUNDS = 5;

    /** What all six do in all rounds. */
    public static final int SAVES = PEOPLE * ROUNDS;

    private final Staff staff;
    private final JdbcClient jdbc;
    private final List<String> desk = new ArrayList<>(List.of("manager", "westdesk"));
    private final List<String> chiropractors = new ArrayList<>(List.of("chiropractor"));
    private final List<StaffId> colleagues = new ArrayList<>();

    public SixColleagues(TestGroup group, Staff staff, JdbcClient jdbc) {
        this.staff = staff;
        this.jdbc = jdbc;
        while (desk.size() < PEOPLE) {
            var name = "sixdesk" + desk.size();
            group.account(name, Role.FRONT_DESK, group.west);
            desk.add(name);
        }
        while (chiropractors.size() < PEOPLE) {
            var name = "sixchiropractor" + chiropractors.size();
            colleagues.add(group.practitioner(name, Role.CHIROPRACTOR, Discipline.CHIROPRACTIC, group.west));
            chiropractors.add(name);
        }
    }

    /** Who answers for leads and appointments: the manager and five of the desk. */
    public List<String> desk() {
        return desk;
    }

    public List<String> chiropractors() {
        return chiropractors;
    }

    /** The chiropractors but for the group's own. */
    public List<StaffId> colleagues() {
        return colleagues;
    }

    /** How somebody saves, signed in. */
    public interface Save<D> {
        void save(Seen<D> seen, D mine);
    }

    /** Lets them write; whatever they edit, each version has one winner. */
    public <D extends Record> ConcurrentEditors<D> write(
            List<String> people, Function<String, Seen<D>> open, Save<D> save, BiFunction<D, String, D> with)
            throws Exception {
        var edited = new Edited<D>() {
            @Override
            public Seen<D> open(String who) {
                return staff.as(who, () -> open.apply(who));
            }

            @Override
            public void save(String who, Seen<D> seen, D mine) {
                staff.doAs(who, () -> save.save(seen, mine));
            }

            @Override
            public D with(D seen, String word) {
                return with.apply(seen, word);
            }
        };
        return new ConcurrentEditors<>(people, edited).write(ROUNDS).eachVersionHasOneWinner(ROUNDS);
    }

    /** Of deeds at once on the same version, each of somebody else, one is done; the others are conflicts. */
    public void oneIsFollowed(List<String> people, List<Runnable> deeds) throws Exception {
        var together = new CyclicBarrier(deeds.size());
        var attempts = IntStream.range(0, deeds.size())
                .mapToObj(i -> (Callable<Boolean>) () -> {
                    together.await(30, TimeUnit.SECONDS);
                    try {
                        staff.doAs(people.get(i), deeds.get(i));
                        return true;
                    } catch (StaleVersion somebodyWasQuicker) {
                        return false;
                    }
                })
                .toList();
        var done = 0;
        try (var threads = Executors.newFixedThreadPool(deeds.size())) {
            for (var attempt : threads.invokeAll(attempts)) {
                done += attempt.get() ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(1);
    }

    /** All that was written, in the order in which it went in. */
    public static String wordsOf(ConcurrentEditors<?> six) {
        return six.saved().stream().map(Saved::word).collect(Collectors.joining(" "));
    }

    /** The store counts one version for each save, and the trail tells each with its revision and what was changed. */
    public void isOnRecord(ConcurrentEditors<?> six, String table, UUID id, String kind, String field) {
        assertThat(versionOf(table, id)).isEqualTo(six.saved().getLast().seen().version() + 1);
        assertThat(audited(kind, id).stream().filter(detail -> detail.contains(field)))
                .extracting(detail -> detail.substring(0, detail.indexOf(':')))
                .containsExactlyInAnyOrderElementsOf(six.saved().stream()
                        .map(one -> "revision " + (one.seen().version() + 1))
                        .toList());
    }

    public long versionOf(String table, UUID id) {
        return jdbc.sql("select version from " + table + " where id = ?")
                .param(Ids.bytes(id))
                .query(Long.class)
                .single();
    }

    public List<String> audited(String kind, UUID subject) {
        return jdbc.sql("select detail from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(String.class)
                .list();
    }
}
