package io.plumbline.safety.ui;

import io.plumbline.safety.ClearanceEvent;
import io.plumbline.safety.FlagDecisionUndone;
import io.plumbline.safety.FlagEvent;
import io.plumbline.safety.ReviewQueue;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
class FlagBadge implements NavBadge {
    private final ReviewQueue queue;

    FlagBadge(ReviewQueue queue) {
        this.queue = queue;
    }

    @Override
    public String place() {
        return Routes.FLAGS;
    }

    @Override
    public boolean calls() {
        return true;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(queue.count(), "Red flags and leads for your decision.");
    }

    @TransactionalEventListener
    void on(FlagEvent.Raised event) {
        NavBadge.recount();
    }

    @TransactionalEventListener
    void on(FlagEvent.Taken event) {
        NavBadge.recount();
    }

    @TransactionalEventListener
    void on(FlagEvent.Decided event) {
        NavBadge.recount();
    }

    @TransactionalEventListener
    void on(FlagDecisionUndone event) {
        NavBadge.recount();
    }

    @TransactionalEventListener
    void on(ClearanceEvent event) {
        NavBadge.recount();
    }
}
