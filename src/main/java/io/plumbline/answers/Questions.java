package io.plumbline.answers;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Questions extends Repository<Question, UUID> {
    Question saveAndFlush(Question question);

    @Query("select q.id from Question q where q.wordingKey = :key")
    Optional<UUID> findByKey(String key);
}
