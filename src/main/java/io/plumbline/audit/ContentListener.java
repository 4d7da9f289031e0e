package io.plumbline.audit;

import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.stereotype.Component;

/**
 * Notes which covered records Hibernate writes, and has their hashes written when the transaction is about to commit:
 * after the last flush, so that the hash is of what the store then has, with one read of each table.
 */
@Component
class ContentListener implements PostInsertEventListener, PostUpdateEventListener {
    private final ContentWriter writer;
    private final EntityManagerFactory entities;
    private final Map<EventSource, Map<CoveredTable, Set<UUID>>> touched =
            Collections.synchronizedMap(new WeakHashMap<>());

    ContentListener(ContentWriter writer, EntityManagerFactory entities) {
        this.writer = writer;
        this.entities = entities;
    }

    @PostConstruct
    void listen() {
        var registry = entities.unwrap(SessionFactoryImplementor.class)
                .getEventEngine()
                .getListenerRegistry();
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        note(event.getPersister(), event.getId(), event.getSession());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        note(event.getPersister(), event.getId(), event.getSession());
    }

    private void note(EntityPersister persister, Object id, SharedSessionContractImplementor session) {
        CoveredTables.find(persister.getIdentifierTableName()).ifPresent(table -> {
            var source = session.asEventSource();
            touched.computeIfAbsent(source, this::begun)
                    .computeIfAbsent(table, one -> new LinkedHashSet<>())
                    .add((UUID) id);
        });
    }

    private Map<CoveredTable, Set<UUID>> begun(EventSource session) {
        session.getActionQueue().registerCallback(this::write);
        return new LinkedHashMap<>();
    }

    private void write(SharedSessionContractImplementor session) {
        var records = touched.remove(session.asEventSource());
        if (records != null) {
            records.forEach(writer::write);
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
