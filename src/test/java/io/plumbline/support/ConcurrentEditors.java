package io.plumbline.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.signing.RecordVersions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Some people who edit one record at once: in each round all see the same version before the first of them saves, and
 * whoever was slower looks again and adds their word to what stands there now, until it has gone in.
 */
public final class ConcurrentEditors<D extends Record> {
    private static final int MOST_TRIES = 200;

    /** A record of the portal, as its screen edits it. */
    interface Edited<D> {
        Seen<D> open(String who);

        void save(String who, Seen<D> seen, D mine);

        /** What somebody makes of what they saw, with a word of their own. */
        D with(D seen, String word);
    }

    /** What somebody saw, and who the screen says changed it last. */
    public record Seen<D>(long version, D draft, String changedBy) {}

    /** A save that the portal took. */
    public record Saved<D>(String who, String word, Seen<D> seen, D draft) {}

    /** A save that was refused, and what whoever tried it saw then. */
    record Told<D>(String who, Seen<D> seen, Seen<D> now) {}

    private final List<String> people;
    private final Edited<D> edited;
    private final CyclicBarrier together;
    private final Collection<Saved<D>> saved = new ConcurrentLinkedQueue<>();
    private final Collection<Told<D>> told = new ConcurrentLinkedQueue<>();
    private final Collection<RuntimeException> raw = new ConcurrentLinkedQueue<>();

    ConcurrentEditors(List<String> people, Edited<D> edited) {
        this.people = people;
        this.edited = edited;
        together = new CyclicBarrier(people.size());
    }

    /** Lets them write; each of a round's words goes in once. */
    public ConcurrentEditors<D> write(int rounds) throws Exception {
        var writing = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < people.size(); i++) {
            var who = people.get(i);
            var sign = String.valueOf((char) ('a' + i));
            writing.add(() -> {
                for (int round = 0; round < rounds; round++) {
                    together.await(30, TimeUnit.SECONDS);
                    var seen = edited.open(who);
                    together.await(30, TimeUnit.SECONDS);
                    insist(who, seen, sign + round);
                }
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(people.size())) {
            for (var one : threads.invokeAll(writing)) {
                assertThat(one.get()).isTrue();
            }
        }
        return this;
    }

    private void insist(String who, Seen<D> first, String word) {
        var seen = first;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var mine = edited.with(seen.draft(), word);
            try {
                edited.save(who, seen, mine);
                saved.add(new Saved<>(who, word, seen, mine));
                return;
            } catch (StaleVersion somebodyWasQuicker) {
                var now = edited.open(who);
                told.add(new Told<>(who, seen, now));
                seen = now;
            } catch (RuntimeException notForAPerson) {
                raw.add(notForAPerson);
                seen = edited.open(who);
            }
        }
        throw new IllegalStateException(who + " never got a word in");
    }

    /** The saves that were taken, in the order of their versions. */
    public List<Saved<D>> saved() {
        return saved.stream()
                .sorted(Comparator.comparingLong(one -> one.seen().version()))
                .toList();
    }

    public int conflicts() {
        return told.size();
    }

    /** Each version has one successor, everybody's word went in once, and nobody heard of the store's own troubles. */
    public ConcurrentEditors<D> eachVersionHasOneWinner(int rounds) {
        assertThat(raw).as("nothing but a conflict reaches a person").isEmpty();
        var taken = saved();
        var first = taken.getFirst().seen().version();
        assertThat(taken)
                .extracting(one -> one.seen().version())
                .containsExactlyElementsOf(LongStream.range(first, first + (long) rounds * people.size())
                        .boxed()
                        .toList());
        assertThat(taken).extracting(Saved::word).doesNotHaveDuplicates();
        for (int round = 0; round < rounds; round++) {
            var start = first + (long) round * people.size();
            assertThat(told)
                    .filteredOn(one -> one.seen().version() == start)
                    .as("all but one of those who saw version %d", start)
                    .hasSize(people.size() - 1);
        }
        return this;
    }

    /** Whoever was refused saw what stands in the store since, by whom, and what of it is new to them. */
    public ConcurrentEditors<D> everyLoserIsToldWhoChangedWhat(Function<String, String> nameOf) {
        Map<Long, Saved<D>> following =
                saved.stream().collect(Collectors.toMap(one -> one.seen().version() + 1, one -> one));
        for (var one : told) {
            var theirs = following.get(one.now().version());
            assertThat(one.now().version()).isGreaterThan(one.seen().version());
            assertThat(theirs).isNotNull();
            assertThat(one.now().draft()).isEqualTo(theirs.draft());
            assertThat(one.now().changedBy()).isEqualTo(nameOf.apply(theirs.who()));
            assertThat(RecordVersions.changedFields(
                            one.seen().draft(), one.now().draft()))
                    .isNotEmpty();
        }
        return this;
    }

    /** Whoever saved had seen what was saved before: no word takes the place of another. */
    public void nobodyWritesOverWhatTheyHaveNotSeen() {
        var taken = saved();
        for (int i = 1; i < taken.size(); i++) {
            assertThat(taken.get(i).seen().draft()).isEqualTo(taken.get(i - 1).draft());
        }
    }
}
