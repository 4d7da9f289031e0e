package io.plumbline.phases;

import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.Finding.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Facts of step decisions for tests: a plan with a visit every third day, which begins well and is changed step by step. */
final class Courses {
    static final LocalDate START = LocalDate.of(2026, 3, 2);
    static final StepRules RULES = read("clinical/step-rules.json", StepRules.class);
    private static final OutcomeMeasures MEASURES = read("clinical/measures.json", OutcomeMeasures.class);
    private static final int EVERY_DAYS = 3;

    private PhaseRules rules = new PhaseRules(
            PlanPhase.RELIEF, 0, null, 0, null, new ExitCriteria(3, 2, null, false, false, true, false), 60, 90);
    private boolean hasNext = true;
    private List<OpenMatter> open = List.of();
    private Integer painBefore;
    private List<Integer> arrived = List.of();
    private List<Integer> left = List.of();
    private List<GoalFact> goals = List.of(goal("NPRS_NOW", "", "6 3", "1"));
    private int dueIn = 9;
    private Course reevaluated;
    private StepFacts.Since since = StepFacts.Since.START;

    private Courses() {}

    /** @param pain on arrival at each visit; a question mark where it was not recorded */
    static Courses of(String pain) {
        return new Courses().arriving(scores(pain));
    }

    /** @param scores the baseline and the scores after it, one for each visit, the last of them at the last visit */
    static GoalFact goal(String measure, String activity, String scores, String target) {
        var all = Arrays.stream(scores.split(" ")).map(BigDecimal::new).toList();
        return new GoalFact(
                activity.isEmpty() ? measure(measure).name() : activity,
                measure(measure),
                !activity.isEmpty(),
                all.getFirst(),
                START,
                target.isEmpty() ? null : new BigDecimal(target),
                IntStream.range(1, all.size())
                        .mapToObj(i -> new GoalFact.Measured(day(i + 1), all.get(i)))
                        .toList());
    }

    private static OutcomeMeasure measure(String code) {
        return MEASURES.require(code);
    }

    /** Returns the day of a visit, the first of which is 1. */
    static LocalDate day(int visit) {
        return START.plusDays((long) (visit - 1) * EVERY_DAYS);
    }

    static List<Integer> scores(String words) {
        return words == null || words.isBlank()
                ? List.of()
                : new ArrayList<>(Arrays.stream(words.split(" "))
                        .map(one -> one.equals("?") ? null : Integer.valueOf(one))
                        .toList());
    }

    private Courses changed(Consumer<Courses> change) {
        var copy = new Courses();
        copy.rules = rules;
        copy.hasNext = hasNext;
        copy.open = open;
        copy.painBefore = painBefore;
        copy.arrived = arrived;
        copy.left = left;
        copy.goals = goals;
        copy.dueIn = dueIn;
        copy.reevaluated = reevaluated;
        copy.since = since;
        change.accept(copy);
        return copy;
    }

    Courses with(PhaseRules other) {
        return changed(course -> course.rules = other);
    }

    Courses with(ExitCriteria exit) {
        return with(rules(rules.phase(), rules.leastVisits(), rules.mostVisits(), exit));
    }

    Courses in(PlanPhase phase) {
        return with(rules(phase, rules.leastVisits(), rules.mostVisits(), rules.exit()));
    }

    Courses lasting(int leastVisits, Integer mostVisits) {
        return with(rules(rules.phase(), leastVisits, mostVisits, rules.exit()));
    }

    private PhaseRules rules(PlanPhase phase, int leastVisits, Integer mostVisits, ExitCriteria exit) {
        return new PhaseRules(
                phase,
                leastVisits,
                mostVisits,
                rules.leastDays(),
                rules.mostDays(),
                exit,
                rules.reevaluateVisits(),
                rules.reevaluateDays());
    }

    Courses last() {
        return changed(course -> course.hasNext = false);
    }

    Courses open(OpenMatter.Kind kind) {
        return changed(course -> course.open = List.of(new OpenMatter(kind, "Something is open", Source.FLAGS)));
    }

    Courses before(Integer pain) {
        return changed(course -> course.painBefore = pain);
    }

    Courses arriving(List<Integer> pain) {
        return changed(course -> course.arrived = pain);
    }

    Courses leaving(String pain) {
        return leaving(scores(pain));
    }

    Courses leaving(List<Integer> pain) {
        return changed(course -> course.left = pain);
    }

    Courses goals(GoalFact... other) {
        return changed(course -> course.goals = List.of(other));
    }

    /** @param days from today; not positive if it is due */
    Courses due(int days) {
        return changed(course -> course.dueIn = days);
    }

    /** Re-evaluated on the day of the last visit. */
    Courses reevaluated(Course found) {
        return changed(course -> course.reevaluated = found);
    }

    /** @param visit after which it was; likewise revised; null if it was not */
    Courses since(Integer examined, Integer revised) {
        return changed(course -> course.since =
                new StepFacts.Since(examined == null ? null : day(examined), revised == null ? null : day(revised)));
    }

    List<Integer> arrived() {
        return arrived;
    }

    List<Integer> left() {
        return left;
    }

    List<GoalFact> goals() {
        return goals;
    }

    Course reevaluated() {
        return reevaluated;
    }

    @Override
    public String toString() {
        return facts().toString();
    }

    StepFacts facts() {
        var visits = new ArrayList<VisitPain>();
        for (int i = 0; i < arrived.size(); i++) {
            visits.add(new VisitPain(day(i + 1), arrived.get(i), i < left.size() ? left.get(i) : null));
        }
        var today = day(Math.max(1, arrived.size()));
        return new StepFacts(
                rules,
                START,
                today,
                arrived.size(),
                hasNext,
                open,
                !open.isEmpty(),
                painBefore,
                visits,
                null,
                goals,
                new StepFacts.Reevaluation(
                        today.plusDays(dueIn),
                        today.plusDays(dueIn),
                        false,
                        reevaluated == null ? null : today,
                        reevaluated),
                since);
    }

    StepProposal propose() {
        return RULES.propose(facts());
    }

    static <T> T read(String file, Class<T> type) {
        try (var in = new ClassPathResource(file).getInputStream()) {
            return JsonMapper.builder().build().readValue(in, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
