/*
 * eb.skein in Promela: the same steps, one for one. A variable that nobody can read any more is set back by
 * the step after which that is so, as Skein does by itself; without that there would be more states.
 *
 *	spin -a -DREADERS=3 -DBUFFERS=3 -DPAGES=2 eb.pml
 *	gcc -O3 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m100000 -w24
 */
#ifndef READERS
#define READERS 2
#endif
#ifndef BUFFERS			/* at most 4 */
#define BUFFERS 2
#endif
#ifndef PAGES			/* at most 2 */
#define PAGES 1
#endif

#define NONE 255		/* no buffer, no owner */
#define IO   254		/* owner of the lock of a page that is being read */

typedef Eb {
	bool used;
	byte refs;
	byte io_pages;
	bool tree_ref;
	bool in_tree;
	bool uptodate;
	byte refs_lock = NONE
};

typedef Page {
	byte lock = NONE;
	bool uptodate;
	byte private = NONE
};

Eb   ebs[BUFFERS];
Page pages[PAGES];
byte buffer_radix = NONE;
byte private_lock = NONE;

#define in_use(b) ((b) != NONE && ebs[b].refs > 0)
#define attached  in_use(pages[0].private)

#if PAGES > 1
#define to_read (!pages[0].uptodate || !pages[1].uptodate)
#else
#define to_read (!pages[0].uptodate)
#endif

hidden byte k;			/* used within a step only */

inline spin_lock(lock) {
	d_step { lock == NONE -> lock = _pid }
}

/* Macros where a label is passed on: inlines take none. */

#define check_buffer_tree_ref(done)					\
	if								\
	:: ebs[eb].refs >= 2;						\
		if							\
		:: ebs[eb].tree_ref; goto done				\
		:: !ebs[eb].tree_ref					\
		fi							\
	:: ebs[eb].refs < 2						\
	fi;								\
	spin_lock(ebs[eb].refs_lock);					\
	d_step {							\
		if							\
		:: !ebs[eb].tree_ref -> ebs[eb].tree_ref = true; ebs[eb].refs++	\
		:: else							\
		fi;							\
		ebs[eb].refs_lock = NONE				\
	}

/* With refs_lock held, which it drops. Goes to `kept` if other references are left. */
#define release_extent_buffer(kept)					\
	if								\
	:: d_step { ebs[eb].refs != 1 -> ebs[eb].refs-- };		\
		d_step { ebs[eb].refs_lock = NONE; eb = NONE };		\
		goto kept						\
	:: d_step { ebs[eb].refs == 1 -> ebs[eb].refs-- }		\
	fi;								\
	if								\
	:: d_step { ebs[eb].in_tree -> ebs[eb].in_tree = false; ebs[eb].refs_lock = NONE };	\
		buffer_radix = NONE					\
	:: d_step { !ebs[eb].in_tree -> ebs[eb].refs_lock = NONE }	\
	fi;								\
	assert(ebs[eb].io_pages == 0);					\
	d_step {							\
		private_lock == NONE ->					\
		for (k : 0 .. PAGES - 1) {				\
			if						\
			:: pages[k].private == eb -> pages[k].private = NONE	\
			:: else						\
			fi						\
		}							\
		ebs[eb].used = false;					\
		ebs[eb].uptodate = false;				\
		eb = NONE						\
	}

inline new_extent_buffer(b) {
	d_step { !ebs[b].used -> eb = b; ebs[b].used = true; ebs[b].refs = 1 }
}

active [READERS] proctype reader()
{
	byte eb = NONE;
	byte existing = NONE;
	byte refs;
	byte i;
	byte j;

find:	/* alloc_extent_buffer() */
	if
	:: d_step {
		in_use(buffer_radix) ->
		eb = buffer_radix;
		ebs[eb].refs++
	   };
		check_buffer_tree_ref(read);
		goto read
	:: !in_use(buffer_radix)
	fi;
	if
	:: new_extent_buffer(0)
#if BUFFERS > 1
	:: new_extent_buffer(1)
#endif
#if BUFFERS > 2
	:: new_extent_buffer(2)
#endif
#if BUFFERS > 3
	:: new_extent_buffer(3)
#endif
	fi;

lock_pages:
	if
	:: d_step { i < PAGES - 1 && pages[i].lock == NONE -> pages[i].lock = _pid; i++ };
		goto lock_pages
	:: d_step { i == PAGES - 1 && pages[i].lock == NONE -> pages[i].lock = _pid; i = 0 }
	fi;
	if
	:: d_step {
		private_lock == NONE && attached ->
		existing = pages[0].private;
		ebs[existing].refs++
	   };
		d_step {
			ebs[eb].refs = 0;
			ebs[eb].used = false;
			eb = existing;
			existing = NONE
		}
	:: d_step {
		private_lock == NONE && !attached ->
		for (k : 0 .. PAGES - 1) {
			pages[k].private = eb
		}
	   };
		d_step { buffer_radix == NONE -> buffer_radix = eb }
	fi;
	check_buffer_tree_ref(checked);
checked:
	ebs[eb].in_tree = true;
unlock_pages:
	if
	:: d_step { i < PAGES - 1 -> pages[i].lock = NONE; i++ };
		goto unlock_pages
	:: d_step { i == PAGES - 1 -> pages[i].lock = NONE; i = 0 }
	fi;

read:	/* read_extent_buffer_pages() */
	if
	:: ebs[eb].uptodate; goto put
	:: !ebs[eb].uptodate
	fi;
trylock:
	if
	:: d_step { pages[i].lock != NONE && i == 0 -> skip };
		goto put
	:: d_step { pages[i].lock != NONE && i > 0 -> skip };
unlock_taken:
		if
		:: d_step { j < i - 1 -> pages[j].lock = NONE; j++ };
			goto unlock_taken
		:: d_step { j == i - 1 -> pages[j].lock = NONE; i = 0; j = 0 };
			goto put
		fi
	:: d_step { pages[i].lock == NONE && i < PAGES - 1 -> pages[i].lock = _pid; i++ };
		goto trylock
	:: d_step { pages[i].lock == NONE && i == PAGES - 1 -> pages[i].lock = _pid; i = 0 }
	fi;
	/* All pages are locked, so nobody else changes whether they are up to date. */
	if
	:: d_step {
		to_read ->
		for (k : 0 .. PAGES - 1) {
			if
			:: !pages[k].uptodate -> ebs[eb].io_pages++
			:: else
			fi
		}
	   };
		check_buffer_tree_ref(submit)		/* the fix */
	:: d_step { !to_read -> ebs[eb].uptodate = true }
	fi;
submit:
	if
	:: d_step { i < PAGES - 1 -> pages[i].lock = (pages[i].uptodate -> NONE : IO); i++ };
		goto submit
	:: d_step { i == PAGES - 1 -> pages[i].lock = (pages[i].uptodate -> NONE : IO); i = 0 }
	fi;

put:	/* free_extent_buffer() */
	if
	:: d_step { ebs[eb].refs > 3 -> refs = ebs[eb].refs };
		if
		:: d_step { ebs[eb].refs == refs -> ebs[eb].refs--; refs = 0; eb = NONE };
			goto find
		:: d_step { ebs[eb].refs != refs -> refs = 0 };
			goto put
		fi
	:: ebs[eb].refs <= 3
	fi;
	spin_lock(ebs[eb].refs_lock);
	release_extent_buffer(find);
	goto find
}

active proctype reclaim()
{
	byte eb = NONE;
	byte i;

scan:
	if
	:: d_step { pages[0].lock == NONE -> pages[0].lock = _pid; i = 0 }
#if PAGES > 1
	:: d_step { pages[1].lock == NONE -> pages[1].lock = _pid; i = 1 }
#endif
	fi;
	spin_lock(private_lock);
	if
	:: pages[i].private == NONE;
		private_lock = NONE;
		goto released
	:: d_step { pages[i].private != NONE -> eb = pages[i].private }
	fi;
	spin_lock(ebs[eb].refs_lock);
	if
	:: ebs[eb].refs != 1; goto busy
	:: ebs[eb].refs == 1
	fi;
	if
	:: ebs[eb].io_pages > 0; goto busy
	:: ebs[eb].io_pages == 0
	fi;
	private_lock = NONE;
	if
	:: !ebs[eb].tree_ref;
		d_step { ebs[eb].refs_lock = NONE; eb = NONE };
		goto unlock
	:: d_step { ebs[eb].tree_ref -> ebs[eb].tree_ref = false }
	fi;
	release_extent_buffer(unlock);
released:
	pages[i].uptodate = false;
unlock:
	if	/* Spin has no jumps to a d_step */
	:: d_step { pages[i].lock = NONE; i = 0 }
	fi;
	goto scan;
busy:
	if
	:: d_step { ebs[eb].refs_lock = NONE; private_lock = NONE; eb = NONE }
	fi;
	goto unlock
}

inline end_bio_page(p) {
	d_step {
		pages[p].lock == IO ->
		k = pages[p].private;
		pages[p].uptodate = true;
		ebs[k].io_pages--;
		if
		:: ebs[k].io_pages == 0 -> ebs[k].uptodate = true
		:: else
		fi;
		pages[p].lock = NONE
	}
}

active proctype end_bio()
{
	do
	:: end_bio_page(0)
#if PAGES > 1
	:: end_bio_page(1)
#endif
	od
}
