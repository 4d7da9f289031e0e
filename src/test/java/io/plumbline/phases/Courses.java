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
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Facts of step decisions for tests: a plan with a visit every third day, which begins well and is changed step by step. */
record Courses(
        PhaseRules rules,
        boolean hasNext,
        List<OpenMatter> open,
        Integer painBefore,
        List<Integer> arrived,
        List<Integer> left,
        List<GoalFact> goals,
        int dueIn,
        Course reevaluated,
        StepFacts.Since since) {
    static final LocalDate START = LocalDate.of(2026, 3, 2);
    static final StepRules RULES = read("clinical/step-rules.json", StepRules.class);
    private static final OutcomeMeasures MEASURES = read("clinical/measures.json", OutcomeMeasures.class);
    private static final int EVERY_DAYS = 3;

    /** @param pain on arrival at each visit; a question mark where it was not recorded */
    static Courses of(String pain) {
        return new Courses(
                new PhaseRules(
                        PlanPhase.RELIEF,
                        0,
                        null,
                        0,
                        null,
                        new ExitCriteria(3, 2, null, false, false, true, false),
                        60,
                        90),
                true,
                List.of(),
                null,
                scores(pain),
                List.of(),
                List.of(goal("NPRS_NOW", "", "6 3", "1")),
                9,
                null,
                StepFacts.Since.START);
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

    Courses with(PhaseRules other) {
        return new Courses(other, hasNext, open, painBefore, arrived, left, goals, dueIn, reevaluated, since);
    }

    Courses with(ExitCriteria exit) {
        return with(new PhaseRules(
                rules.phase(),
                rules.leastVisits(),
                rules.mostVisits(),
                rules.leastDays(),
                rules.mostDays(),
                exit,
                rules.reevaluateVisits(),
                rules.reevaluateDays()));
    }

    Courses in(PlanPhase phase) {
        return with(new PhaseRules(
                phase,
                rules.leastVisits(),
                rules.mostVisits(),
                rules.leastDays(),
                rules.mostDays(),
                rules.exit(),
                rules.reevaluateVisits(),
                rules.reevaluateDays()));
    }

    Courses lasting(int leastVisits, Integer mostVisits) {
        return with(new PhaseRules(
                rules.phase(),
                leastVisits,
                mostVisits,
                0,
                null,
                rules.exit(),
                rules.reevaluateVisits(),
                rules.reevaluateDays()));
    }

    Courses last() {
        return new Courses(rules, false, open, painBefore, arrived, left, goals, dueIn, reevaluated, since);
    }

    Courses open(OpenMatter.Kind kind) {
        return new Courses(
                rules,
                hasNext,
                List.of(new OpenMatter(kind, "Something is open", Source.FLAGS)),
                painBefore,
                arrived,
                left,
                goals,
                dueIn,
                reevaluated,
                since);
    }

    Courses before(Integer pain) {
        return new Courses(rules, hasNext, open, pain, arrived, left, goals, dueIn, reevaluated, since);
    }

    Courses arriving(List<Integer> pain) {
        return new Courses(rules, hasNext, open, painBefore, pain, left, goals, dueIn, reevaluated, since);
    }

    Courses leaving(String pain) {
        return new Courses(rules, hasNext, open, painBefore, arrived, scores(pain), goals, dueIn, reevaluated, since);
    }

    Courses goals(GoalFact... other) {
        return new Courses(rules, hasNext, open, painBefore, arrived, left, List.of(other), dueIn, reevaluated, since);
    }

    /** @param days from today; not positive if it is due */
    Courses due(int days) {
        return new Courses(rules, hasNext, open, painBefore, arrived, left, goals, days, reevaluated, since);
    }

    /** Re-evaluated on the day of the last visit. */
    Courses reevaluated(Course course) {
        return new Courses(rules, hasNext, open, painBefore, arrived, left, goals, dueIn, course, since);
    }

    /** @param visit after which it was; likewise revised; null if it was not */
    Courses since(Integer examined, Integer revised) {
        return new Courses(
                rules,
                hasNext,
                open,
                painBefore,
                arrived,
                left,
                goals,
                dueIn,
                reevaluated,
                new StepFacts.Since(examined == null ? null : day(examined), revised == null ? null : day(revised)));
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
