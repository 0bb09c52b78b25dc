throw new Error('This thread cannot load what it needs');
