package io.plumbline.answers;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Answers extends Repository<Answer, UUID> {
    Answer save(Answer answer);

    Answer saveAndFlush(Answer answer);

    Optional<Answer> findById(UUID id);

    boolean existsByContentKey(String contentKey);
}
