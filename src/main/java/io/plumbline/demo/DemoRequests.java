package io.plumbline.demo;

import io.plumbline.access.SystemActor;
import io.plumbline.leads.LeadReviewService;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.SafetyQuestion;
import io.plumbline.leads.requests.Sender;
import io.plumbline.leads.review.LeadReviewListService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.shared.DemoClock;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests through the public form: two with a yes to a safety question, one of which a chiropractor has taken
 * for review, and one from a bot. They are processed as usual, in transactions of their own.
 */
@Component
class DemoRequests {
    private final SystemActor system;
    private final DemoSignIn signIn;
    private final PublicIntake intake;
    private final LeadReviewListService reviewList;
    private final LeadReviewService reviews;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    DemoRequests(
            SystemActor system,
            DemoSignIn signIn,
            PublicIntake intake,
            LeadReviewListService reviewList,
            LeadReviewService reviews,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.system = system;
        this.signIn = signIn;
        this.intake = intake;
        this.reviewList = reviewList;
        this.reviews = reviews;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    void fill() {
        var taken = "Matteo Ricci";
        ask(150, taken, "17", "Sore all over since the weekend.", SafetyQuestion.INFECTION, Sender.PERSON);
        ask(35, "Yusuf Demir", "18", "Fell from a ladder, my back hurts.", SafetyQuestion.MAJOR_TRAUMA, Sender.PERSON);
        ask(300, "Best Offers", "19", "Cheap leads for your clinic, click here.", null, Sender.MACHINE);
        transaction.executeWithoutResult(status -> signIn.as(
                "chiropractor",
                clock.instant().minus(Duration.ofMinutes(120)),
                () -> reviewList.waiting(FlagFilter.ALL, null, 100).stream()
                        .filter(review -> review.fullName().equals(taken))
                        .forEach(review -> reviews.take(review.id(), review.version()))));
        signIn.end();
    }

    private void ask(
            int minutesAgo, String name, String phone, String concern, @Nullable SafetyQuestion yes, Sender sender) {
        var body = json.createObjectNode()
                .put("name", name)
                .put("phone", "+148055501" + phone)
                .put("concern", concern)
                .put("clinic", "harbour")
                .put("consent", true);
        if (yes != null) {
            body.putObject("safety").put(yes.rule(), "yes");
        }
        Runnable send = () -> system.call(() -> intake.receive(RequestChannel.FORM, null, body, sender));
        if (clock instanceof DemoClock story) {
            story.at(clock.instant().minus(Duration.ofMinutes(minutesAgo)), send);
        } else {
            send.run();
        }
    }
}
