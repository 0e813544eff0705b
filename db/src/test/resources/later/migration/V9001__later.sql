create table added_by_a_later_release (id integer);
