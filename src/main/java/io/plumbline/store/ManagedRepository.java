package io.plumbline.store;

import jakarta.persistence.EntityManager;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves an entity that the transaction has loaded as it is. To merge it into itself would read each of its collections,
 * and each row that was added to one.
 */
class ManagedRepository<T, I> extends SimpleJpaRepository<T, I> {
    private final EntityManager entities;

    public ManagedRepository(JpaEntityInformation<T, ?> information, EntityManager entities) {
        super(information, entities);
        this.entities = entities;
    }

    @Override
    @Transactional
    public <S extends T> S save(S entity) {
        return entities.contains(entity) ? entity : super.save(entity);
    }
}
